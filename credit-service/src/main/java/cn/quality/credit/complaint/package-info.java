/**
 * Complaints and reports (投诉举报): anybody reports to the city what went wrong, without a login and, where the law allows it,
 * without a name, and can follow what becomes of it. Recalls, major accidents and injuries come in by the same door.
 *
 * <p>Two things make it delicate. The complainant must be safe: contact and original words lie sealed, open to the official
 * who has the case in hand and to nobody else, each look is on record, and nothing of them is in a view, an event, a log or
 * an archive record. And the enterprise must be safe: a complaint is a claim, so only what one official found substantiated
 * and another confirmed goes on file. How to read the package:
 *
 * <ul>
 *   <li>{@link cn.quality.credit.complaint.ComplaintTransitions}: the table of all moves, by kind of way: a dispute is
 *       mediated, a breach verified, an incident confirmed. Each row says what it does to the deadlines.
 *   <li>{@link cn.quality.credit.complaint.ComplaintPolicy}: the reasons to refuse a move, by name.
 *   <li>{@link cn.quality.credit.complaint.Complaint}: the case. Its deadlines are {@link
 *       cn.quality.credit.complaint.RunningDeadline}s computed by {@code rules.DeadlineCalculator}; one runs at a time.
 *   <li>{@link cn.quality.credit.complaint.ComplaintAuthenticator} and {@link cn.quality.credit.complaint.Receipt}: how the complainant
 *       comes back. {@link cn.quality.credit.complaint.IdentityStore}: what of them is sealed.
 *       {@link cn.quality.platform.identifiers.Redactor}: what is replaced in words others read.
 *   <li>{@link cn.quality.credit.complaint.ComplainantService} and {@link cn.quality.credit.complaint.ComplaintService}:
 *       the acts of the two sides, each with the course of {@code platform.act}.
 *   <li>{@link cn.quality.credit.complaint.RouteService}: which office; {@link cn.quality.credit.complaint.MaintenanceService}:
 *       overdue work and forgetting; {@link cn.quality.credit.complaint.ComplaintStatistics}: what the public may count.
 * </ul>
 *
 * <p>Invariants: no plain contact in the database; one archive record per complaint at most; no person confirms what the same person
 * handled; the same complainant's same words within a day are one complaint.
 */
@NullMarked
package cn.quality.credit.complaint;

import org.jspecify.annotations.NullMarked;
