@NullMarked
package cn.quality.gateway.limits;

import org.jspecify.annotations.NullMarked;
