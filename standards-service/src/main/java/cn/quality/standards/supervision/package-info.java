/**
 * Supervision after the fact (事中事后监管): a declaration needs nobody's approval, so some are drawn and looked at.
 *
 * <p>A list is drawn by chance, declarations and inspectors both (双随机), from a seed that is stored, so that anybody can
 * repeat the draw. What an inspector finds is approved by another person and becomes an order to correct by a day (责令限期改正).
 * The enterprise answers; corrected is corrected. What is not corrected by its day is publicised on the platform by a third
 * person (标准化法 2017 art. 38; this is no fine), until it is corrected after all. Content below mandatory standards and
 * wrong numbers are the province's once the day is over (art. 39, 42). A wrong finding is withdrawn at any time.
 *
 * <p>Nothing of a case is public but what is publicised, and not longer than it is. The credit-service stores it as a record of
 * the enterprise's archive and takes it off again, by the events of {@link
 * cn.quality.standards.supervision.SupervisionEvent}.
 *
 * <p>Invariants: no person holds two of the duties preparing, approving and publishing on one case; nothing is publicised
 * without an order, and before its last day is over; the last day is whole, in Asia/Shanghai.
 */
@NullMarked
package cn.quality.standards.supervision;

import org.jspecify.annotations.NullMarked;
