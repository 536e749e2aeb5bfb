package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.live.LiveFigureRepository.Counter;
import cn.quality.indicator.live.LiveSource.Told;
import cn.quality.platform.json.Json;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Storage of the records behind the figures: the latest snapshot of each, a tombstone while it does not count. */
@ApplicationScoped
class LiveRecordRepository {

    private static final String PUT = """
            insert into live_record as known
              (generation, source, id, sequence, figure, unit, passed, final, happened_at, shown, shown_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (generation, source, id) do update
            set (sequence, figure, unit, passed, final, happened_at, shown, shown_until)
              = (excluded.sequence, excluded.figure, excluded.unit, excluded.passed, excluded.final, excluded.happened_at,
                 excluded.shown, excluded.shown_until)
            where known.sequence < excluded.sequence""";
    private static final String KNOWN =
            "select sequence, figure, unit from live_record where generation = ? and source = ? and id = ?";
    private static final String DECISIVE = """
            select month_in_shanghai(happened_at) as month, passed from live_record
            where generation = ? and figure = ? and unit = ?
            order by final desc, happened_at desc, id desc limit 1""";

    private final Jdbc sql;
    private final ObjectMapper json;

    LiveRecordRepository(Jdbc sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** All that was counted from the topics at one time; the current one is shown, another may be building beside it. */
    record Generation(long id, boolean isCurrent) {}

    /** What is counted once. */
    record Unit(IndicatorCode figure, String name) {

        static Unit of(CountedRecord record) {
            return new Unit(record.figure(), record.unit());
        }
    }

    /** @param unit empty while the record does not count */
    record Known(long sequence, Optional<Unit> unit) {}

    /** What a unit adds to a counter. */
    record Contribution(Counter counter, Tally tally) {}

    /** Those that events are counted in, locked until the transaction ends, and so all of counting is. */
    List<Generation> lockGenerations() {
        return sql.query(
                "select id, state from live_generation order by id for update",
                row -> new Generation(row.getLong("id"), row.getString("state").equals("CURRENT")));
    }

    Optional<Known> known(Generation generation, Told told) {
        return sql.first(
                KNOWN,
                row -> new Known(
                        row.getLong("sequence"),
                        row.getString("figure") instanceof String figure
                                ? Optional.of(new Unit(new IndicatorCode(figure), row.getString("unit")))
                                : Optional.empty()),
                generation.id(),
                told.source().name(),
                told.id());
    }

    /** By the record that decides about it; empty when none counts any more. */
    Optional<Contribution> contribution(Generation generation, Unit unit) {
        return sql.first(
                DECISIVE,
                row -> new Contribution(
                        new Counter(unit.figure(), row.getObject("month", LocalDate.class)),
                        new Tally(row.getBoolean("passed") ? 1 : 0, 1)),
                generation.id(),
                unit.figure().value(),
                unit.name());
    }

    /** Stores what is newer than what is known of its record. */
    void put(Generation generation, List<Told> told) {
        sql.batch(PUT, told.stream().map(one -> row(generation.id(), one)).toList());
    }

    private @Nullable Object[] row(long generation, Told told) {
        var row = new ArrayList<@Nullable Object>(
                List.of(generation, told.source().name(), told.id(), told.sequence()));
        row.addAll(told.counted()
                .map(counted -> Arrays.<@Nullable Object>asList(
                        counted.figure().value(),
                        counted.unit(),
                        counted.passed(),
                        counted.isFinal(),
                        counted.happenedAt(),
                        Json.unchecked(() -> json.writeValueAsString(counted.shown())),
                        counted.shownUntil()))
                .orElseGet(() -> Arrays.asList(new @Nullable Object[7])));
        return row.toArray();
    }

    /** The records that count now and that the public may see today, newest first. */
    Page<LiveRecord> list(IndicatorCode figure, LocalDate today, PageRequest page) {
        record Row(UUID id, Instant happenedAt, LiveRecord shown) {}
        var after = page.cursor();
        var args = new ArrayList<Object>(List.of(figure.value(), today));
        after.ifPresent(cursor -> args.addAll(List.of(cursor.instant(0), cursor.uuid(1))));
        args.add(page.fetch());
        var rows = sql.query(
                """
                select source, id, happened_at, shown from live_record
                where generation = (select id from live_generation where state = 'CURRENT') and figure = ?
                  and (shown_until is null or shown_until >= ?)
                """
                        + (after.isPresent() ? " and (happened_at, id) < (?, ?)" : "")
                        + " order by happened_at desc, id desc limit ?",
                row -> new Row(
                        row.getObject("id", UUID.class),
                        Jdbc.instant(row, "happened_at"),
                        shown(LiveSource.valueOf(row.getString("source")), row.getString("shown"))),
                args.toArray());
        return Page.of(rows, page, row -> Cursor.of(row.happenedAt(), row.id())).map(Row::shown);
    }

    private LiveRecord shown(LiveSource source, String stored) {
        return Json.unchecked(() -> json.readValue(stored, source.shown()));
    }
}
