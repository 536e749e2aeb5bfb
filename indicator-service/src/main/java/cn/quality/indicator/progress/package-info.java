/**
 * How far a plan's targets have come.
 *
 * <p>Whoever asks names a target, an area and a day. The figure judged is the published one of the latest period that had
 * ended by then; a figure that should have been followed by another is none. Before the target date a figure is held
 * against the trajectory: of the gain expected by the end of its period, how much is there? After it only achieved, missed
 * and no data remain, and they are about the target year itself.
 *
 * <p>Nothing is rounded before it is compared, and words show as many digits as tell a figure from its limit. What is known
 * as an interval (a baseline of ≥ 98) is judged only when both ends give the same answer. A target without a baseline of
 * its own definition and area has no trajectory, and only says reached or not yet reached.
 */
@NullMarked
package cn.quality.indicator.progress;

import org.jspecify.annotations.NullMarked;
