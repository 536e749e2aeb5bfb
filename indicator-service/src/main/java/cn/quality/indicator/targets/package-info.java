/**
 * What the plans promised: targets, as data of their own.
 *
 * <p>A target is one plan's promise about one indicator under one definition. A sentence that covers two indicators
 * (均达到100%) is two targets that quote the same passage; two plans that promise the same are two targets, each with its own
 * scope (口径), baseline and words. They are never merged: what they disagree about is a {@code conflict}.
 *
 * <p>Every passage stands in the plan's text at the offset stored with it. When a plan's text is corrected, the offsets
 * follow; a correction that would lose a passage is refused.
 *
 * <p>Five kinds are judged (reach, maintain, zero, milestone, ordinal), a mere direction is only shown. A baseline may be
 * missing, qualified (an interval) or a level without a number. Where the plan's wording leaves open whether the figure
 * itself is enough (80余家), the target declares its reading and the reason for it. The trajectory between baseline and
 * target is a straight line unless another method is given with its reason.
 */
@NullMarked
package cn.quality.indicator.targets;

import org.jspecify.annotations.NullMarked;
