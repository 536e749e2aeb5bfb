package cn.quality.platform.outbox;

import cn.quality.platform.sql.Jdbc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Forgets what nobody can ask for any more: published events, received ids and idempotency keys past their term. */
final class Retention {

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final List<String> SWEEPS = List.of(
            // The last one stays, for the next position is counted from it.
            "delete from outbox where published_at < ? and position < (select max(position) from outbox)",
            "delete from inbox where received_at < ?",
            "delete from idempotency where created_at < ?");

    private final Jdbc sql;
    private final Clock clock;
    private final Duration term;
    private Instant last;

    Retention(Jdbc sql, Clock clock, Duration term) {
        this.sql = sql;
        this.clock = clock;
        this.term = term;
        this.last = clock.instant();
    }

    void sweepWhenDue() {
        var now = clock.instant();
        // Either way: a clock that was ahead and has been put right must not stop the sweeps.
        if (Duration.between(last, now).abs().compareTo(BETWEEN_SWEEPS) < 0) {
            return;
        }
        last = now;
        sweep(now);
    }

    void sweep(Instant now) {
        for (var statement : SWEEPS) {
            sql.update(statement, now.minus(term));
        }
    }
}
