/**
 * What the law says, as data: regions, legal bases, rule packs and working-day calendars.
 *
 * <p>A county is merged, a notice moves a holiday, an order is revised: none of that may need a new program. Each item is
 * a {@link cn.quality.credit.rules.ReferenceItem} that names its source and how sure we are of it. Nothing is ever
 * overwritten: a changed item is a new version beside the old one, so that a decision can name the version it was taken
 * under and be checked against it years later.
 *
 * <p>{@link cn.quality.credit.rules.DeadlineCalculator} computes every {@link cn.quality.credit.rules.Deadline} of the
 * service from these: {@link cn.quality.credit.rules.RulesInForce} finds the pack of the day and counts.
 *
 * <p>A case that began under one pack ends under the pack its rule of transition names ({@link
 * cn.quality.credit.rules.RulePack.Transition}, {@link cn.quality.credit.rules.RulesInForce#forCases}). A deadline carries
 * the certainty of all it rests on, and running ones are counted again when a calendar is corrected ({@link
 * cn.quality.credit.rules.CalendarCorrected}).
 *
 * <p>Invariants: versions of one item count from 1 without gaps; storing the same content again changes nothing.
 */
@NullMarked
package cn.quality.credit.rules;

import org.jspecify.annotations.NullMarked;
