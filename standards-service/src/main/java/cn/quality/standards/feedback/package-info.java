/**
 * What becomes known of standards in use (标准实施信息反馈, 实施效果评价, 复审): anybody reports a problem with a standard, an office
 * answers; how a standard has worked is evaluated; and every standard whose review is due is on a list (标准化法 art. 29).
 *
 * <p>What somebody wrote, and who it was, is never public: what is published is a question in the words of the office, and the
 * answer, and both are refused with personal data in them. The own words lie apart and are deleted after a while. Whoever
 * reported follows it by a secret that only the receipt has shown.
 *
 * <p>Invariants: who answered does not publish; evaluations and reviews are only added, a correction names what it corrects.
 */
@NullMarked
package cn.quality.standards.feedback;

import org.jspecify.annotations.NullMarked;
