/**
 * State machines as data, written once: which act leads from which state to which, under which policies, and which deadlines
 * it ends and starts. What is not a row of a {@link cn.quality.platform.transition.TransitionTable} cannot happen; it is
 * refused with the problem {@code illegal-transition}, which names what is possible and what is missing, and the picture in
 * the documentation is drawn from the same table.
 */
@NullMarked
package cn.quality.platform.transition;

import org.jspecify.annotations.NullMarked;
