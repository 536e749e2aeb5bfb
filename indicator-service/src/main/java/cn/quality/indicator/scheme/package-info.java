/**
 * Schemes by which a city assesses the quality work of its counties (政府质量工作考核), as versioned data: a sheet of indicators
 * in up to three levels with their weights, the rule that scores each, the bands of the grades, how the score is rounded, what
 * becomes of the weight of what does not apply, and the dates of a cycle.
 *
 * <p>Invariants, held when a scheme is put: weights of a group add up to the group's, and all groups to 100; each rule has the
 * figures its form needs and no others; bands leave no gap. So an evaluation needs no check of its scheme.
 *
 * <p>Arithmetic is exact ({@link cn.quality.indicator.scheme.Fraction}): a score is rounded once, at its end.
 */
@NullMarked
package cn.quality.indicator.scheme;

import org.jspecify.annotations.NullMarked;
