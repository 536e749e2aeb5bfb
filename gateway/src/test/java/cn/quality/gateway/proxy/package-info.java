@NullMarked
package cn.quality.gateway.proxy;

import org.jspecify.annotations.NullMarked;
