package cn.quality.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the service under test. It runs with the machine's until a test moves it; a test that moves it puts it
 * back ({@link #back()} in {@code @AfterEach}).
 */
public final class MovedClock {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static volatile Duration ahead = Duration.ZERO;

    private MovedClock() {}

    /** Noon of that day in Shanghai. */
    public static void to(LocalDate day) {
        to(day.atTime(LocalTime.NOON).atZone(SHANGHAI).toInstant());
    }

    public static void to(Instant moment) {
        // In microseconds like the service's own clock: what was written compares equal to what is read back.
        ahead = Duration.between(Instant.now(), moment).truncatedTo(ChronoUnit.MICROS);
    }

    public static void forward(Duration time) {
        ahead = ahead.plus(time);
    }

    public static void back() {
        ahead = Duration.ZERO;
    }

    /** The moment it is now for the service. */
    public static Instant now() {
        return Instant.now().plus(ahead);
    }

    /** The legal date it is now for the service. */
    public static LocalDate today() {
        return LocalDate.ofInstant(now(), SHANGHAI);
    }

    /** Takes the place of the platform's clock, which is a default bean. */
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
