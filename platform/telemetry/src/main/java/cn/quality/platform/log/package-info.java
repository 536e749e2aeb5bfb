/** How log lines look: one line an event, whatever its text holds. */
@NullMarked
package cn.quality.platform.log;

import org.jspecify.annotations.NullMarked;
