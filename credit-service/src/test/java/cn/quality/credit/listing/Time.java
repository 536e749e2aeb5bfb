package cn.quality.credit.listing;

import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;

/** Lets a day come, with all that time does by itself. */
public final class Time {

    private Time() {}

    public static void comes(LocalDate day) {
        MovedClock.to(day);
        pass();
    }

    /** It is today again, also for the published list, whose time otherwise never runs backwards. */
    public static void back() {
        MovedClock.back();
        CDI.current()
                .select(Jdbc.class)
                .get()
                .update("update list_version set changed_at = now() where changed_at > now()");
    }

    public static void pass() {
        CDI.current().select(ListingTime.class).get().pass();
    }
}
