@NullMarked
package cn.quality.gateway.health;

import org.jspecify.annotations.NullMarked;
