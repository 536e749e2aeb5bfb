/**
 * Red and black lists (红黑榜) with due process: the core of the service.
 *
 * <p>Being listed harms or honours somebody in public, so nobody does it alone and nothing follows from a score. A case
 * handler drafts an entry; another person with the power to publish puts it on the list, and only if the law, the decision
 * document and the region allow it; whoever withdraws it says why. How to read the package:
 *
 * <ul>
 *   <li>{@link cn.quality.credit.listing.ListingTransitions}: the table of all moves. Nothing moves but along a row of it.
 *   <li>{@link cn.quality.credit.listing.ListingPolicy}: the reasons to refuse a move, by name.
 *   <li>{@link cn.quality.credit.listing.Circumstances}: all that a policy may look at besides the entry itself.
 *   <li>{@link cn.quality.credit.listing.Listing}: the entry. Its verbs take a row of the table, ask the row's policies,
 *       change the state, note the act, and return the {@link cn.quality.credit.listing.ListingEvent}.
 *   <li>{@link cn.quality.credit.listing.ListingService}: gathers the circumstances, calls the verb, and stores entry,
 *       event and decision-log line in one transaction.
 *   <li>{@link cn.quality.credit.listing.ListVersion}: the number of the published list. It goes up with every change the
 *       public can see, one at a time.
 * </ul>
 *
 * <p>Invariants: no published entry without a legal basis and a complete decision document; never the same person as
 * proposer and publisher; an enterprise is never on both lists; withdrawn and expired entries are in no public answer.
 */
@NullMarked
package cn.quality.credit.listing;

import org.jspecify.annotations.NullMarked;
