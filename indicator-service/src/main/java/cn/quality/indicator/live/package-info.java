/**
 * Live figures: what the other services' events add up to at this moment, provisional (status P) until a review freezes them.
 *
 * <ul>
 *   <li>{@link cn.quality.indicator.live.LiveSource}: which events feed which figures, and what of them counts.
 *   <li>{@link cn.quality.indicator.live.LiveConsumer}: takes the events; {@link cn.quality.indicator.live.LiveCounting}
 *       counts them.
 * </ul>
 *
 * <p>Of every record the latest snapshot is stored, if its sequence is newer than what is there. A counter moves in the same
 * transaction, and only when the record itself starts or stops to count; counting is locked as a whole, so however many
 * consumers run, a figure always equals what its records add up to. Reading a figure therefore costs the same for ten records
 * and for ten million.
 *
 * <p>A record that is no longer public (withdrawn, repaired, expired, voided) leaves at once: of it remains its id and its
 * sequence, a tombstone against late messages, and nothing that names an enterprise.
 */
@NullMarked
package cn.quality.indicator.live;

import org.jspecify.annotations.NullMarked;
