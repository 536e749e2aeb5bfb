package cn.quality.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MidnightInvalidatorTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T15:59:59.999Z, PT0.001S",
        "2026-03-01T16:00:00Z, PT24H",
        "2026-03-01T00:00:00Z, PT16H",
        "2026-12-31T15:00:00Z, PT1H"
    })
    void theDayEndsInRizhao(Instant now, Duration left) {
        assertThat(MidnightInvalidator.untilMidnight(now)).isEqualTo(left);
    }

    /** Always a moment before midnight: each time the timer has run off, another midnight is near. */
    @Test
    void everyMidnightInvalidatesEverything() {
        var nanos = new AtomicLong();
        var invalidations = new Invalidations(nanos::get);
        var beforeMidnight = new Clock() {
            @Override
            public Instant instant() {
                return Instant.parse("2026-03-01T15:59:59.980Z");
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        new MidnightInvalidator(invalidations, beforeMidnight, vertx).scheduleNext();
        for (int day = 1; day <= 3; day++) {
            var today = nanos.incrementAndGet();
            await().until(() -> invalidations.since(today));
        }
    }
}
