@NullMarked
package cn.quality.gateway.operations;

import org.jspecify.annotations.NullMarked;
