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

    /** It is today again, also for the published list and the outbox, whose time otherwise never runs backwards. */
    public static void back() {
        MovedClock.back();
        var sql = CDI.current().select(Jdbc.class).get();
        sql.update("update list_version set changed_at = now() where changed_at > now()");
        sql.update("update outbox set published_at = now() where published_at > now()");
    }

    public static void pass() {
        CDI.current().select(ListingTime.class).get().pass();
    }
}
