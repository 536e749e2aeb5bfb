@NullMarked
package cn.quality.gateway.feeds;

import org.jspecify.annotations.NullMarked;
