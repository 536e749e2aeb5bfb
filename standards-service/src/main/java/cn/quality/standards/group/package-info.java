/**
 * Group standards (团体标准): the social organisations that make them, and the procedure that each goes through, from its
 * proposal to its abolition (标准化法 2017 art. 18, 团体标准管理规定 2019). Everybody may comment on a draft, and everybody
 * sees what became of the comment.
 *
 * <p>Nobody approves a group standard but its body. What the law asks of the procedure is enforced here, by {@link
 * cn.quality.standards.group.GroupTransitions} and the named rules of {@link cn.quality.standards.group.GroupPolicy}; its
 * numbers are dated rows of {@code group_terms}.
 *
 * <p>Invariants: nothing is published without a whole period of comments, an answer to every comment, a vote that carried and
 * a statement of conformity; a body acts for itself alone; a code of a body, once used, belongs to no other.
 */
@NullMarked
package cn.quality.standards.group;

import org.jspecify.annotations.NullMarked;
