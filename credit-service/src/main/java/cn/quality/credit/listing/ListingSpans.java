package cn.quality.credit.listing;

import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On which legal days an entry stood on the list, as it was known at which moments. What was once recorded is only ever
 * closed, so that an auditor can ask what was known when.
 */
@ApplicationScoped
class ListingSpans {

    private final Jdbc sql;

    ListingSpans(Jdbc sql) {
        this.sql = sql;
    }

    /** @param until last day; without one, without end */
    void begin(UUID listing, LocalDate from, @Nullable LocalDate until, Instant moment) {
        sql.update(
                "insert into listing_span (listing_id, valid, recorded) values (?, daterange(?, ?, '[]'), tstzrange(?, null))",
                listing,
                from,
                until,
                moment);
    }

    /** From that day on it stands no more; what was before stays true. */
    void end(UUID listing, LocalDate day, Instant moment) {
        sql.update("""
                with closed as (
                  update listing_span set recorded = tstzrange(lower(recorded), ?)
                  where listing_id = ? and upper_inf(recorded) and valid && daterange(?, null)
                  returning listing_id, valid)
                insert into listing_span (listing_id, valid, recorded)
                select listing_id, valid * daterange(null, ?), tstzrange(?, null) from closed
                where not isempty(valid * daterange(null, ?))""", moment, listing, day, day, moment, day);
    }

    /** It is void from the beginning: as known from this moment on, it never stood. */
    void annul(UUID listing, Instant moment) {
        sql.update("""
                update listing_span set recorded = tstzrange(lower(recorded), ?)
                where listing_id = ? and upper_inf(recorded)""", moment, listing);
    }
}
