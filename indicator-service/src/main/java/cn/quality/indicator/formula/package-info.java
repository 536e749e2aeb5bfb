/**
 * Indicators that are computed from other indicators, in three fixed forms: a ratio, a sum, a weighted index.
 *
 * <p>A formula is in force from a day on, and a figure of a period is computed by the one in force on the period's last day.
 * No indicator is computed from itself, on any day, by whatever way round. Each input says what a missing figure of it
 * means: the result is missing, it counts as zero, or it is left out. A result is as good as the worst of its inputs, and
 * never better than estimated where an input was made up or left out; a division by zero has no result and says so.
 */
@NullMarked
package cn.quality.indicator.formula;

import org.jspecify.annotations.NullMarked;
