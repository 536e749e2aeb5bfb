/**
 * Cycles of the assessment of quality work (政府质量工作考核): what each area reports, what was found on site, the evaluation by a
 * {@link cn.quality.indicator.scheme scheme}, and the published result as a {@link cn.quality.platform.bundle bundle} that
 * anybody can recompute.
 *
 * <p>Invariants: arithmetic is exact and the score is rounded once; what does not apply hands its weight on, what was not
 * reported keeps it, scores nothing and is named; entries are only ever added, so what an area said of itself stays beside what
 * was found; a published result stays as it was published, a correction is another edition.
 */
@NullMarked
package cn.quality.indicator.assessment;

import org.jspecify.annotations.NullMarked;
