@NullMarked
package cn.quality.gateway.cache;

import org.jspecify.annotations.NullMarked;
