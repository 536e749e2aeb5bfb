@NullMarked
package cn.quality.gateway.upstream;

import org.jspecify.annotations.NullMarked;
