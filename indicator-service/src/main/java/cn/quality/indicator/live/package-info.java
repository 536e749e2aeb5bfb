/**
 * Live figures: what the other services' events add up to at this moment, provisional (status P) until a round of reporting
 * freezes them.
 *
 * <p>For every list entry and every declaration the latest snapshot is stored, if its sequence is newer than what is there.
 * A counter moves in the same transaction, and only when the record itself starts or stops to count; the counter's row is
 * locked before the record is looked at, so however many consumers run, a figure always equals the number of records its
 * drill-down shows. Reading a figure therefore costs the same for ten records and for ten million.
 *
 * <p>A record that is no longer public (withdrawn, repaired, expired) leaves at once: of it remains its id and its sequence,
 * a tombstone against late messages, and nothing that names an enterprise.
 */
@NullMarked
package cn.quality.indicator.live;

import org.jspecify.annotations.NullMarked;
