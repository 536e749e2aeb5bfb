/**
 * Warnings (预警) and their rectification (整改): what is off the way the plans promised, with the numbers that say so, and who
 * puts it right.
 *
 * <ul>
 *   <li>{@link cn.quality.indicator.warning.Finding}: what a figure gives reason to warn of; {@link
 *       cn.quality.indicator.warning.WilsonInterval}: how far a rate of few cases may be trusted.
 *   <li>{@link cn.quality.indicator.warning.WarningCheckService}: raises warnings, keeps their evidence up to date, withdraws those
 *       whose reason fell away, escalates what is late; {@link cn.quality.indicator.warning.WarningRunner}: when, and what becomes
 *       of what fails; {@link cn.quality.indicator.warning.CheckQueue}: the figures that are still to be looked at.
 *   <li>{@link cn.quality.indicator.warning.Warning}: the warning and its rectification; {@link
 *       cn.quality.indicator.warning.WarningTransitions}: the table of its moves; {@link
 *       cn.quality.indicator.warning.WarningPolicy}: the reasons to refuse one, by name.
 *   <li>{@link cn.quality.indicator.warning.WarningService}: the acts of officials, and what is read.
 * </ul>
 *
 * <p>Invariants: figures are compared unrounded; while a limit lies inside the interval of a rate there is not enough data, and
 * nobody is warned. Of each cause, target, area and period one warning stands. Nothing of a warning is public, not even that
 * it exists, before the published figures say the same; a late report is never public. A warning is closed by another person
 * than those who planned and proved its rectification, and is withdrawn by figures alone, never deleted.
 */
@NullMarked
package cn.quality.indicator.warning;

import org.jspecify.annotations.NullMarked;
