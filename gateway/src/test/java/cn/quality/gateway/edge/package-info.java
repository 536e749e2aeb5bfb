@NullMarked
package cn.quality.gateway.edge;

import org.jspecify.annotations.NullMarked;
