@NullMarked
package cn.quality.gateway.portal;

import org.jspecify.annotations.NullMarked;
