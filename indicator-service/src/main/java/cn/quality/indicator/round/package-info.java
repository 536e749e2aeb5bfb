/**
 * Reporting rounds (填报轮次): the city asks counties and departments for the figures of a period, and each unit's task goes
 * from the draft over the county's approval and the city's acceptance to its publication.
 *
 * <ul>
 *   <li>{@link cn.quality.indicator.round.TaskTransitions}: the table of all moves of a task; {@link
 *       cn.quality.indicator.round.TaskPolicy}: the reasons to refuse one, by name, and whose act each is.
 *   <li>{@link cn.quality.indicator.round.RoundTask}: the task, with a {@link cn.quality.indicator.round.Cell} for each figure.
 *   <li>{@link cn.quality.indicator.round.FigureCheck}: what is wrong or remarkable about its figures before they are submitted.
 *   <li>{@link cn.quality.indicator.round.TaskFigures}: its figures as observations: recorded when the city locks the task,
 *       public when it is published.
 *   <li>{@link cn.quality.indicator.round.RoundTaskService}: the acts; {@link cn.quality.indicator.round.RoundService}: opening
 *       rounds; {@link cn.quality.indicator.round.ReminderService}: who is late or will be.
 * </ul>
 *
 * <p>Invariants: nobody approves, accepts or publishes figures they entered or submitted; a figure is asked for by one open task
 * at a time; what is published changes by a correction only, whose old value stays visible; a figure not reported is none, and
 * never zero.
 */
@NullMarked
package cn.quality.indicator.round;

import org.jspecify.annotations.NullMarked;
