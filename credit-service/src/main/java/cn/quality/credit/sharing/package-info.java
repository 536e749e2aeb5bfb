/**
 * Sharing: who is notified of list entries, and who has confirmed that it stopped using one that ended.
 *
 * <p>When an entry ends, publishing, sharing and using it end with it (山东省社会信用条例第三十八条). Showing it stops here at
 * once; that others stop too is known only from themselves. So each {@link cn.quality.credit.sharing.Subscriber} that
 * could have known the entry owes an acknowledgement by a due date, and the entry is not archived before all have come.
 *
 * <p>The listing feature says when an entry ends ({@code stop}), stands again after fraud ({@code resume}), and asks
 * whether everybody has stopped ({@code allAcknowledged}), each inside its own transaction.
 *
 * <p>Invariants: one open acknowledgement per entry and subscriber; a subscriber acknowledges for itself alone; what is
 * stored and returned here is that an entry ended, never its ground.
 */
@NullMarked
package cn.quality.credit.sharing;

import org.jspecify.annotations.NullMarked;
