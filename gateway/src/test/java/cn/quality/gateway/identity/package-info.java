@NullMarked
package cn.quality.gateway.identity;

import org.jspecify.annotations.NullMarked;
