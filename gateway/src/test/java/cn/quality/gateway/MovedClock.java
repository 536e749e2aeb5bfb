package cn.quality.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The gateway's clock. It runs with the machine's until a test moves it, and a test that moves it puts it {@link #back}. */
public final class MovedClock {

    private static volatile Duration ahead = Duration.ZERO;

    private MovedClock() {}

    public static void forward(Duration time) {
        ahead = ahead.plus(time);
    }

    public static void back() {
        ahead = Duration.ZERO;
    }

    @ApplicationScoped
    static class Producer {

        @Produces
        @ApplicationScoped
        Clock clock() {
            return new Clock() {
                private final Clock machine = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

                @Override
                public Instant instant() {
                    return machine.instant().plus(ahead);
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(instant(), zone);
                }
            };
        }
    }
}
