@NullMarked
package cn.quality.gateway.docs;

import org.jspecify.annotations.NullMarked;
