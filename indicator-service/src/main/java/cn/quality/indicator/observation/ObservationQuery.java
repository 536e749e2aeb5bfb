package cn.quality.indicator.observation;

import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads observations as they stood at a moment, on one of the two timelines. Of each series and period the newest row up to
 * that moment counts, and the one before tells what was revised; with the history all rows count.
 *
 * @param since only rows that came after this moment, exclusive
 */
record ObservationQuery(ObservationFilter filter, Timeline timeline, Instant until, Instant since) {

    /** The order and the partition are those of an index, so that the first page of millions costs what a page costs. */
    private static final String SHOWN = """
            select s.indicator, s.definition, s.area, s.frequency, o.*, o.%1$s as shown_at,
              lag(o.value) over w as was, lag(o.level) over w as was_level, lag(o.status) over w as was_status,
              lead(o.%1$s) over w as superseded_at
            from observation o join series s on s.id = o.series
            where o.%1$s <= ?%2$s
            window w as (partition by o.series, o.period_start order by o.%1$s)""";

    static ObservationQuery of(ObservationFilter filter, Timeline timeline, Instant now) {
        var moments = filter.moments(now);
        return new ObservationQuery(filter, timeline, moments.until(), moments.since());
    }

    /** A statement with its arguments. */
    record Statement(String text, @Nullable Object[] args) {

        private static final String EVERYTHING = "select * from";

        /**
         * The same rows with other columns, and with its arguments written into it, as {@code COPY} wants it. They are numbers,
         * dates, moments, and codes whose form was checked.
         */
        String selecting(String columns) {
            var parts = text.substring(EVERYTHING.length()).split("\\?", -1);
            var written =
                    new StringBuilder("select ").append(columns).append(" from").append(parts[0]);
            for (int i = 0; i < args.length; i++) {
                written.append(literal(args[i])).append(parts[i + 1]);
            }
            return written.toString();
        }

        private static String literal(@Nullable Object arg) {
            return arg instanceof Number
                    ? arg.toString()
                    : "'" + String.valueOf(arg).replace("'", "''") + "'";
        }
    }

    Statement all() {
        return statement(Optional.empty(), Integer.MAX_VALUE);
    }

    Statement page(PageRequest request) {
        return statement(request.cursor(), request.fetch());
    }

    private Statement statement(Optional<Cursor> after, int limit) {
        var args = new ArrayList<@Nullable Object>();
        args.add(until);
        var inner = SHOWN.formatted(timeline.column(), restriction(after, args));
        var outer = new StringBuilder();
        if (!filter.history()) {
            outer.append(" and superseded_at is null");
        }
        if (since.isAfter(Instant.EPOCH)) {
            restrict(outer, args, " and shown_at > ?", since);
        }
        after.ifPresent(cursor -> {
            outer.append(" and (series, period_start, revision) > (?, ?, ?)");
            args.addAll(List.of((int) cursor.number(0), cursor.key(1, LocalDate::parse), (int) cursor.number(2)));
        });
        args.add(limit);
        return new Statement(
                "select * from (%s) shown where true%s order by series, period_start, revision limit ?"
                        .formatted(inner, outer),
                args.toArray());
    }

    private String restriction(Optional<Cursor> after, List<@Nullable Object> args) {
        var text = new StringBuilder();
        restrict(text, args, " and s.indicator = ?", filter.indicator());
        restrict(text, args, " and s.definition = ?", filter.definition());
        restrict(text, args, " and s.area = ?", filter.area());
        restrict(
                text,
                args,
                " and s.frequency = ?",
                filter.frequency() == null ? null : filter.frequency().name());
        restrict(text, args, " and o.period_start >= ?", first(filter.from()));
        restrict(text, args, " and period_after(s.frequency, o.period_start) <= ?", after(filter.to()));
        after.ifPresent(cursor -> {
            text.append(" and (o.series, o.period_start) >= (?, ?)");
            args.addAll(List.of((int) cursor.number(0), cursor.key(1, LocalDate::parse)));
        });
        return text.toString();
    }

    private static void restrict(
            StringBuilder text, List<@Nullable Object> args, String condition, @Nullable Object value) {
        if (value != null) {
            text.append(condition);
            args.add(value);
        }
    }

    private static @Nullable LocalDate first(@Nullable String period) {
        return period == null ? null : Period.parse(period).orElseThrow().first();
    }

    private static @Nullable LocalDate after(@Nullable String period) {
        return period == null ? null : Period.parse(period).orElseThrow().after();
    }
}
