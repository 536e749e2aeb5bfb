package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Storage of observations, in sets: a report has thousands. */
@ApplicationScoped
class ObservationRepository {

    /** Numbered by key, not by chance: lists go by these numbers. */
    private static final String NEW_SERIES = """
            insert into series (indicator, definition, area, frequency)
            select distinct * from unnest(?::text[], ?::integer[], ?::text[], ?::text[]) order by 1, 2, 3, 4
            on conflict do nothing""";

    private static final String LOCKED_SERIES = """
            select id, indicator, definition, area, frequency from series
            join (select distinct * from unnest(?::text[], ?::integer[], ?::text[], ?::text[]))
              as wanted (indicator, definition, area, frequency) using (indicator, definition, area, frequency)
            order by id for update of series""";
    private static final String NEWEST = """
            select distinct on (series, period_start) * from observation
            join unnest(?::integer[], ?::date[]) as wanted (series, period_start) using (series, period_start)
            order by series, period_start, revision desc""";
    private static final String ADD = """
            insert into observation (series, period_start, revision, value, qualifier, numerator, denominator, level, status,
              source, reason, recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** The arguments of a choice come twice: once to lock the series, once to publish. */
    private static final String CHOSEN = """
            (cardinality(?::text[]) = 0 or s.indicator = any (?::text[]))
              and (cardinality(?::text[]) = 0 or s.area = any (?::text[]))
              and (cardinality(?::text[]) = 0 or period_name(s.frequency, o.period_start) = any (?::text[]))""";

    private static final String LOCK_UNPUBLISHED = """
            select id from series where id in
              (select o.series from observation o join series s on s.id = o.series where o.published_at is null and %s)
            order by id for update""".formatted(CHOSEN);
    private static final String UNPUBLISHED = """
            select * from (select distinct on (o.series, o.period_start) s.indicator, s.definition, s.area, s.frequency, o.*,
              (select max(earlier.published_at) from observation earlier
               where earlier.series = o.series and earlier.period_start = o.period_start) as last_published
            from observation o join series s on s.id = o.series
            where (o.series, o.period_start) in
              (select o.series, o.period_start from observation o join series s on s.id = o.series
               where o.published_at is null and %s)
            order by o.series, o.period_start, o.revision desc) newest where published_at is null""".formatted(CHOSEN);
    private static final String PUBLISH = """
            update observation set published_at = ? where series = ? and period_start = ? and revision = ?""";

    /**
     * For each series its newest periods, found from the end of the index; what was revised is told by the row before. The
     * fence ({@code offset 0}) has each series looked up by itself: the planner would read all of them for some hundreds.
     */
    private static final String ENDED = """
            select wanted.until, s.indicator, s.definition, s.area, s.frequency, o.*, o.published_at as shown_at,
              before.value as was, before.level as was_level, before.status as was_status, null::timestamptz as superseded_at
            from unnest(?::text[], ?::integer[], ?::text[], ?::date[]) as wanted (indicator, definition, area, until)
            cross join lateral (
              select * from series
              where indicator = wanted.indicator and definition = wanted.definition and area = wanted.area offset 0) s
            cross join lateral (
              select distinct on (period_start) * from observation
              where series = s.id and published_at <= ? and period_start <= wanted.until
                and period_after(s.frequency, period_start) <= wanted.until + 1
              order by period_start desc, published_at desc limit ?) o
            left join lateral (
              select value, level, status from observation
              where series = o.series and period_start = o.period_start and published_at < o.published_at
              order by published_at desc limit 1) before on true
            order by s.id, o.period_start""";

    private final Jdbc sql;

    ObservationRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** A period of a series. */
    record Place(int series, LocalDate periodStart) {}

    /** The newest revision. */
    record Newest(int revision, Instant recordedAt, Observation said) {}

    /** A revision to be added. */
    record Addition(
            Place place,
            int revision,
            Observation said,
            @Nullable String reason,
            Instant recordedAt,
            String by) {}

    /** Makes the series that are missing, and keeps others from writing them until the transaction ends. */
    Map<SeriesKey, Integer> lock(Collection<SeriesKey> keys) {
        var args = columns(
                keys,
                key -> key.indicator().value(),
                SeriesKey::definition,
                key -> key.area().value(),
                key -> key.frequency().name());
        sql.update(NEW_SERIES, args);
        var ids = new HashMap<SeriesKey, Integer>();
        sql.stream(
                LOCKED_SERIES,
                row -> Map.entry(key(row), row.getInt("id")),
                one -> ids.put(one.getKey(), one.getValue()),
                args);
        return ids;
    }

    Map<Place, Newest> newest(Collection<Place> places) {
        var newest = new HashMap<Place, Newest>();
        sql.stream(
                NEWEST,
                row -> Map.entry(
                        new Place(row.getInt("series"), row.getObject("period_start", LocalDate.class)),
                        new Newest(row.getInt("revision"), Jdbc.instant(row, "recorded_at"), said(row))),
                one -> newest.put(one.getKey(), one.getValue()),
                columns(places, Place::series, place -> place.periodStart().toString()));
        return newest;
    }

    void add(List<Addition> additions) {
        sql.batch(
                ADD,
                additions.stream()
                        .map(a -> new @Nullable Object[] {
                            a.place().series(),
                            a.place().periodStart(),
                            a.revision(),
                            a.said().value(),
                            name(a.said().qualifier()),
                            a.said().numerator(),
                            a.said().denominator(),
                            a.said().level(),
                            a.said().status().name(),
                            a.said().source(),
                            a.reason(),
                            a.recordedAt(),
                            a.by()
                        })
                        .toList());
    }

    /**
     * A newest revision that is not public yet.
     *
     * @param lastPublished when the one before it was published, if any was
     */
    record Unpublished(
            SeriesKey key,
            Place place,
            int revision,
            String recordedBy,
            Instant recordedAt,
            Optional<Instant> lastPublished) {}

    /** What is still to be published of what was chosen; others cannot write these series until the transaction ends. */
    List<Unpublished> lockUnpublished(NewPublication chosen) {
        var args = Stream.of(chosen.indicators(), chosen.areas(), chosen.periods())
                .map(list -> list.toArray(String[]::new))
                .flatMap(list -> Stream.of(list, list))
                .toArray();
        sql.query(LOCK_UNPUBLISHED, row -> row.getInt(1), args);
        return sql.query(
                UNPUBLISHED,
                row -> new Unpublished(
                        key(row),
                        new Place(row.getInt("series"), row.getObject("period_start", LocalDate.class)),
                        row.getInt("revision"),
                        row.getString("recorded_by"),
                        Jdbc.instant(row, "recorded_at"),
                        Optional.ofNullable(moment(row, "last_published"))),
                args);
    }

    void publish(List<Unpublished> revisions, Function<Unpublished, Instant> at) {
        sql.batch(
                PUBLISH,
                revisions.stream()
                        .map(one -> new @Nullable Object[] {
                            at.apply(one), one.place().series(), one.place().periodStart(), one.revision()
                        })
                        .toList());
    }

    Optional<Instant> newestPublication() {
        return sql.first(
                "select published_at from observation where published_at is not null order by published_at desc limit 1",
                row -> Jdbc.instant(row, "published_at"));
    }

    /** Rows of a page, in the order of series and period. */
    Page<ObservationView> page(ObservationQuery query, PageRequest request) {
        var shown = query.page(request);
        var views = new Views(query.timeline());
        var rows = sql.query(
                shown.text(),
                row -> new Row(row.getInt("series"), row.getInt("revision"), views.of(row)),
                shown.args());
        return Page.of(
                        rows,
                        request,
                        row -> Cursor.of(row.series(), row.view().period().first(), row.revision()))
                .map(Row::view);
    }

    /** All rows, one at a time; inside a transaction only some are in memory. */
    void forEach(ObservationQuery query, Consumer<? super ObservationView> rows) {
        var all = query.all();
        sql.stream(all.text(), new Views(query.timeline())::of, rows, all.args());
    }

    /** What was published of the newest periods up to a moment, the oldest first. */
    Map<EndedPeriods, List<ObservationView>> published(Collection<EndedPeriods> wanted, int periods, Instant until) {
        var found = new HashMap<EndedPeriods, List<ObservationView>>();
        var args = new ArrayList<@Nullable Object>(List.of(columns(
                wanted,
                one -> one.indicator().value(),
                EndedPeriods::definition,
                one -> one.area().value(),
                EndedPeriods::until)));
        args.add(until);
        args.add(periods);
        var views = new Views(Timeline.PUBLISHED);
        sql.stream(
                ENDED,
                row -> Map.entry(
                        new EndedPeriods(
                                new IndicatorCode(row.getString("indicator")),
                                row.getInt("definition"),
                                new AreaCode(row.getString("area")),
                                row.getObject("until", LocalDate.class)),
                        views.of(row)),
                one -> found.computeIfAbsent(one.getKey(), key -> new ArrayList<>())
                        .add(one.getValue()),
                args.toArray());
        return found;
    }

    private record Row(int series, int revision, ObservationView view) {}

    /** Reads rows that come by series; what stays the same from one to the next is read once. */
    private static final class Views {

        private final Timeline timeline;
        private int series;
        private @Nullable SeriesKey key;

        Views(Timeline timeline) {
            this.timeline = timeline;
        }

        ObservationView of(ResultSet row) throws SQLException {
            var known = key;
            if (known == null || row.getInt("series") != series) {
                known = key(row);
                key = known;
                series = row.getInt("series");
            }
            return view(row, known, timeline);
        }
    }

    private static ObservationView view(ResultSet row, SeriesKey key, Timeline timeline) throws SQLException {
        var said = said(row);
        var reason = row.getString("reason");
        var before = row.getString("was_status");
        boolean inside = timeline == Timeline.RECORDED;
        return new ObservationView(
                key.indicator(),
                key.definition(),
                key.area(),
                key.frequency(),
                new Period(key.frequency(), row.getObject("period_start", LocalDate.class)),
                said.value(),
                said.qualifier(),
                said.numerator(),
                said.denominator(),
                said.level(),
                said.status(),
                said.source(),
                moment(row, "published_at"),
                before == null || reason == null
                        ? null
                        : new ObservationView.Revised(
                                LegalDates.on(Jdbc.instant(row, "shown_at")),
                                row.getBigDecimal("was"),
                                row.getString("was_level"),
                                ObservationStatus.valueOf(before),
                                reason),
                moment(row, "superseded_at"),
                inside
                        ? new ObservationView.Recorded(
                                row.getInt("revision"), Jdbc.instant(row, "recorded_at"), row.getString("recorded_by"))
                        : null);
    }

    private static Observation said(ResultSet row) throws SQLException {
        return new Observation(
                row.getBigDecimal("value"),
                Optional.ofNullable(row.getString("qualifier"))
                        .map(Qualifier::valueOf)
                        .orElse(null),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getString("level"),
                ObservationStatus.valueOf(row.getString("status")),
                row.getString("source"));
    }

    private static SeriesKey key(ResultSet row) throws SQLException {
        return new SeriesKey(
                new IndicatorCode(row.getString("indicator")),
                row.getInt("definition"),
                new AreaCode(row.getString("area")),
                Frequency.valueOf(row.getString("frequency")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** One array for each part of the rows. */
    @SafeVarargs
    private static <T> Object[] columns(Collection<T> rows, Function<T, Object>... parts) {
        var columns = new ArrayList<Object>();
        for (var part : parts) {
            columns.add(rows.stream().map(part).map(Object::toString).toArray(String[]::new));
        }
        return columns.toArray();
    }
}
