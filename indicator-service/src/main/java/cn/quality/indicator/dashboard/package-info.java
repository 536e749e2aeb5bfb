/**
 * What a page about the city, a domain, an area or an indicator shows, in one answer.
 *
 * <p>Nothing is decided here: progress, conflicts, grades and live figures are those of their features, read for all targets of
 * a page at once, so that the statements do not grow with the targets. Everything is public, and as it stood at a moment where
 * one is named; live figures, which know no moment but now, are left out then.
 */
@NullMarked
package cn.quality.indicator.dashboard;

import org.jspecify.annotations.NullMarked;
