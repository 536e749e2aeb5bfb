package cn.quality.platform.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Legal dates: terms and validity are counted in days of the place where the law applies. */
public final class LegalDates {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LegalDates() {}

    /** The date it is now in Shanghai, whatever the zone of the machine. */
    public static LocalDate today(Clock clock) {
        return on(clock.instant());
    }

    public static LocalDate on(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
