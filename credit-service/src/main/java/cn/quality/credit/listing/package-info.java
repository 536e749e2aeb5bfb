/**
 * Red and black lists (红黑榜) with due process: the core of the service.
 *
 * <p>Being listed harms or honours an enterprise in public, so no official does it alone and nothing follows from a score. A black
 * entry is drafted, reviewed, notified, defended, consented to by the next level where the law asks for it, decided, served
 * and only then published; a red one is reviewed and announced. On the list the enterprise can state its side, object, and
 * apply for repair; the entry leaves it by repair, withdrawal, annulment or time, and from that moment stands in no public
 * answer. The pictures are in {@code docs/listing-states.md}, drawn from the code. How to read the package:
 *
 * <ul>
 *   <li>{@link cn.quality.credit.listing.ListingTransitions}: the table of all moves. Nothing moves but along a row of it.
 *   <li>{@link cn.quality.credit.listing.ListingAct}: what can be done, by which role, with which of the three duties.
 *   <li>{@link cn.quality.credit.listing.ListingPolicy}: the reasons to refuse a move, by name and clause.
 *   <li>{@link cn.quality.credit.listing.DateOrder}: in which order the legal dates of a case lie.
 *   <li>{@link cn.quality.credit.listing.ListingDeadline}: the deadlines a move starts, computed from the rule pack in force.
 *   <li>{@link cn.quality.credit.listing.Penalty}: what the decision imposes. Class, terms and repair follow from it
 *       (总局令第107号); {@link cn.quality.credit.listing.DisplaySystem} names who shows the entry until when.
 *   <li>{@link cn.quality.credit.listing.DecisionContext}: all that a policy may look at besides the entry itself.
 *   <li>{@link cn.quality.credit.listing.Listing}: the entry. Its verbs put what came in on file and take a row of the
 *       table: ask the row's policies, change the state, note the act, end and start deadlines, and return the {@link
 *       cn.quality.credit.listing.ListingEvent}.
 *   <li>{@link cn.quality.credit.listing.ActContent}: what comes in with an act. It names the act and applies itself to the
 *       entry by one of these verbs; a new act is a row of the table, a verb and a content.
 *   <li>{@link cn.quality.credit.listing.ListingActExecutor}: gives each act the course of {@code platform.act}. It gathers
 *       the context of the decision, calls the verb, and stores entry, span, event, notice to subscribers and decision-log
 *       line in one transaction. {@link cn.quality.credit.listing.ListingService} and {@link
 *       cn.quality.credit.listing.PublicationService} are the use cases on top; {@link
 *       cn.quality.credit.listing.ListingTime} does what follows from the passing of time.
 *   <li>{@link cn.quality.credit.listing.ListVersion}: the number of the published list. It goes up with every change the
 *       public can see, one at a time.
 *   <li>{@link cn.quality.credit.listing.PublishedListResource} and its lookup: what everybody may read.
 *   <li>{@link cn.quality.credit.listing.PublicNoticeResource} and {@link cn.quality.credit.listing.NoticeObjection}: an honour
 *       that is announced, and what anybody has against it.
 * </ul>
 *
 * <p>Invariants: no published entry without a legal basis, a complete decision document and three persons; one entry for one
 * decision; no honour over an objection that has no answer or was right; whatever is open has an act that somebody may do or a day on which time moves it; never the same person with two
 * duties on one entry; an enterprise is never on both lists; every due date names the rule pack and the calendars it was
 * computed from; nobody is shown for longer than the class of the penalties allows; what has ended, and whatever is of an
 * enterprise that no longer exists, is in no public answer, and the event that says so says nothing else.
 */
@NullMarked
package cn.quality.credit.listing;

import org.jspecify.annotations.NullMarked;
