/**
 * Freezing live figures at a review (考核、评审时冻结): what was counted up to now becomes the observation of a period, and is
 * kept beside the live figure, so that what arrives later shows as a difference.
 *
 * <p>Before the end of its period a figure is frozen as provisional (P), as often as it is reviewed; after the end once, as
 * normal (A), or as missing (M) where there is nothing to divide by. The observation goes the way of all others: recorded now,
 * published by another person.
 */
@NullMarked
package cn.quality.indicator.freeze;

import org.jspecify.annotations.NullMarked;
