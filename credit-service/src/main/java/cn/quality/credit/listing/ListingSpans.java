package cn.quality.credit.listing;

import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On which legal days an entry stood on the list, as it was known at which moments. What was once recorded is only ever
 * closed, so that an auditor can ask what was known when. Clocks differ between instances and are put right: what ends was
 * known for no time at all rather than for a negative one.
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
                with known as (
                  select listing_id, valid, recorded, greatest(lower(recorded), ?) as until from listing_span
                  where listing_id = ? and upper_inf(recorded) and valid && daterange(?, null)),
                closed as (
                  update listing_span s set recorded = tstzrange(lower(s.recorded), known.until) from known
                  where s.listing_id = known.listing_id and s.valid = known.valid and s.recorded = known.recorded
                  returning known.listing_id, known.valid, known.until)
                insert into listing_span (listing_id, valid, recorded)
                select listing_id, valid * daterange(null, ?), tstzrange(until, null) from closed
                where not isempty(valid * daterange(null, ?))""", moment, listing, day, day, day);
    }

    /** It is void from the beginning: as known from this moment on, it never stood. */
    void annul(UUID listing, Instant moment) {
        sql.update("""
                update listing_span set recorded = tstzrange(lower(recorded), greatest(lower(recorded), ?))
                where listing_id = ? and upper_inf(recorded)""", moment, listing);
    }
}
