package cn.quality.gateway.cache;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Invalidates everything at midnight: list entries expire by the day, and the event about it comes later. */
@Singleton
class MidnightInvalidator {

    private static final ZoneId RIZHAO = ZoneId.of("Asia/Shanghai");

    private final Invalidations invalidations;
    private final Clock clock;
    private final Vertx vertx;

    MidnightInvalidator(Invalidations invalidations, Clock clock, Vertx vertx) {
        this.invalidations = invalidations;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        scheduleNext();
    }

    void scheduleNext() {
        // A millisecond more, as a timer may be early by a fraction of one.
        vertx.setTimer(untilMidnight(clock.instant()).toMillis() + 1, midnight -> {
            invalidations.invalidateEverything();
            scheduleNext();
        });
    }

    static Duration untilMidnight(Instant now) {
        var here = now.atZone(RIZHAO);
        return Duration.between(here, here.toLocalDate().plusDays(1).atStartOfDay(RIZHAO));
    }
}
