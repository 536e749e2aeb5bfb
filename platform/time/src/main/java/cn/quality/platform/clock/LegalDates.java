package cn.quality.platform.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Legal dates: terms and validity are counted in days of the place where the law applies. */
public final class LegalDates {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Nothing that this suite stores is older than the law it is stored under. */
    public static final int FIRST_YEAR = 1949;

    private static final int YEARS_AHEAD = 50;

    private LegalDates() {}

    /** The last year that a date can be in: whatever lies beyond is a slip of the keyboard. */
    public static int lastYear(Clock clock) {
        return today(clock).getYear() + YEARS_AHEAD;
    }

    /** The date it is now in Shanghai, whatever the zone of the machine. */
    public static LocalDate today(Clock clock) {
        return on(clock.instant());
    }

    public static LocalDate on(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
