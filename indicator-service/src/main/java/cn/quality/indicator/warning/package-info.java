/**
 * Warnings (预警): what is off the way the plans promised, with the numbers that say so.
 *
 * <ul>
 *   <li>{@link cn.quality.indicator.warning.WilsonInterval}: how far a rate of few cases may be trusted.
 * </ul>
 *
 * <p>Invariants: figures are compared unrounded; while a limit lies inside the interval of a rate there is not enough data,
 * and nobody is warned.
 */
@NullMarked
package cn.quality.indicator.warning;

import org.jspecify.annotations.NullMarked;
