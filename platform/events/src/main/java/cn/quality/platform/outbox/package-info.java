/**
 * Events leave through a table: a use case writes them in its own transaction, a relay carries them to Kafka in order.
 * What was not committed is never told, and what was committed is told even if the broker is away for a day.
 */
@NullMarked
package cn.quality.platform.outbox;

import org.jspecify.annotations.NullMarked;
