/**
 * Red and black lists (红黑榜) with due process: the core of the service.
 *
 * <p>Being listed harms or honours somebody in public, so nobody does it alone and nothing follows from a score. A black
 * entry is drafted, reviewed, notified, defended, consented to by the next level where the law asks for it, decided, served
 * and only then published; a red one is reviewed and announced. On the list the enterprise can state its side, object, and
 * apply for repair; the entry leaves it by repair, withdrawal, annulment or time, and from that moment stands in no public
 * answer. The pictures are in {@code docs/listing-states.md}, drawn from the code. How to read the package:
 *
 * <ul>
 *   <li>{@link cn.quality.credit.listing.ListingTransitions}: the table of all moves. Nothing moves but along a row of it.
 *   <li>{@link cn.quality.credit.listing.ListingAct}: what can be done, by which role, with which of the three hands.
 *   <li>{@link cn.quality.credit.listing.ListingPolicy}: the reasons to refuse a move, by name and clause.
 *   <li>{@link cn.quality.credit.listing.ListingClock}: the terms a move starts, computed from the rule pack in force.
 *   <li>{@link cn.quality.credit.listing.Circumstances}: all that a policy may look at besides the entry itself.
 *   <li>{@link cn.quality.credit.listing.Listing}: the entry. Its verbs put what came in on file and take a row of the
 *       table: ask the row's policies, change the state, note the act, end and start terms, and return the {@link
 *       cn.quality.credit.listing.ListingEvent}.
 *   <li>{@link cn.quality.credit.listing.Proceedings}: the one course every act takes. It gathers the circumstances, calls
 *       the verb, and stores entry, span, event, notice to those it is shared with, and decision-log line in one
 *       transaction. {@link cn.quality.credit.listing.ListingService} and {@link
 *       cn.quality.credit.listing.PublicationService} are the use cases on top; {@link
 *       cn.quality.credit.listing.ListingTime} is what time does by itself.
 *   <li>{@link cn.quality.credit.listing.ListVersion}: the number of the published list. It goes up with every change the
 *       public can see, one at a time.
 *   <li>{@link cn.quality.credit.listing.PublishedListResource} and its lookup: what everybody may read.
 * </ul>
 *
 * <p>Invariants: no published entry without a legal basis and a complete decision document; never the same person with two
 * hands on one entry; an enterprise is never on both lists; every due date names the rule pack and the calendars it was
 * computed from; what has ended is in no public answer, and the event that says so says nothing else.
 */
@NullMarked
package cn.quality.credit.listing;

import org.jspecify.annotations.NullMarked;
