/**
 * What was observed: figures of an indicator, area and period, append-only, on two timelines.
 *
 * <p>Officials see what was <em>recorded</em> by a moment; the public sees what had been <em>published</em> by then, so that a
 * draft never shows, not even to somebody who asks for a day in the past. A correction is a new revision with its reason, and
 * carries the mark of what it replaced. Figures come in reports of thousands and leave as whole tables, so storage works in sets
 * of rows and not entity by entity; what must hold of a figure is said by {@code ObservationRule}.
 *
 * <p>A rate is rolled up as the sum of its numerators over the sum of its denominators, never as a mean of rates.
 */
@NullMarked
package cn.quality.indicator.observation;

import org.jspecify.annotations.NullMarked;
