package cn.quality.indicator.sdmx;

import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.observation.Frequency;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.sdmx.DataQuery.Vintage;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads what is told in SDMX; it writes nothing, and holds no connection between two questions. */
@ApplicationScoped
class SdmxRepository implements StoredSeries {

    private static final String VERSION = "select number, at from decision_log order by number desc limit 1";

    private static final String INDICATORS = """
            select i.*, d.unit as unit_of_definition, d.decimals from indicator i
            left join lateral (select unit, decimals from definition
              where definition.indicator = i.code order by version desc limit 1) d on true
            order by i.code""";
    private static final String AREAS = "select code, name, kind from area order by code";

    private static final String SCHEMES = """
            select distinct on (id) id, body ->> 'title' as title, (body ->> 'decimals')::integer as decimals from revision
            where subject = 'scheme' order by id, version desc""";
    private static final String SCORES = """
            select a.scheme, r.area, a.year, e.published_at, r.score, r.grade
            from assessment_edition e join assessment a on a.id = e.assessment_id,
              jsonb_to_recordset(e.results -> 'areas') as r (area text, score numeric, grade text)
            order by e.published_at, e.edition""";

    /** Columns of the dimensions that are stored, in the order of the statements' arguments. */
    private static final Map<Component, String> STORED = new LinkedHashMap<>();

    static {
        STORED.put(Component.INDICATOR, "indicator");
        STORED.put(Component.REF_AREA, "area");
        STORED.put(Component.FREQ, "frequency");
    }

    private static final String SERIES = """
            select indicator, area, frequency, array_agg(id order by definition desc) as ids from series
            where (?::text[] is null or indicator = any (?::text[]))
              and (?::text[] is null or area = any (?::text[]))
              and (?::text[] is null or frequency = any (?::text[]))
            group by indicator, area, frequency""";

    /** What is published altogether. */
    private static final String EXTENT = """
            select frequency, count(*) as series, sum(periods) as observations, min(first_period) as first,
              max(last_period) as last
            from published_extent group by frequency""";

    private static final String IN_USE = """
            select 'INDICATOR' as dimension, code from indicator
              where exists (select from published_extent e where e.indicator = indicator.code)
            union all
            select 'REF_AREA', code from area where exists (select from published_extent e where e.area = area.code)""";
    private static final String EXTENTS = """
            select indicator, area, frequency, periods as observations, first_period as first, last_period as last
            from published_extent
            where (?::text[] is null or indicator = any (?::text[]))
              and (?::text[] is null or area = any (?::text[]))
              and (?::text[] is null or frequency = any (?::text[]))""";

    /** The newest published row of each period; the order is that of the index. */
    private static final String PUBLISHED = """
            select * from (
              select distinct on (series, period_start) o.*, s.frequency from observation o join series s on s.id = o.series
              where o.series = any (?) and o.published_at <= ?
              order by o.series, o.period_start, o.published_at desc) newest
            where published_at > ? order by series, period_start""";

    private static final String PUBLICATIONS = """
            select distinct published_at from observation
            where series = any (?) and published_at <= ? and published_at > ? order by published_at""";
    private static final String PUBLISHED_AT = """
            select o.*, s.frequency from observation o join series s on s.id = o.series
            where o.series = any (?) and o.published_at = ? order by o.series, o.period_start""";

    /** Later than anything. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final Jdbc sql;

    SdmxRepository(Jdbc sql) {
        this.sql = sql;
    }

    /**
     * What everything told depends on. Acts are logged one after the other, so that two answers of one version are the same
     * to the byte.
     *
     * @param at of the last act
     */
    record Version(long number, Instant at) {}

    Version version() {
        return sql.first(VERSION, row -> new Version(row.getLong("number"), Jdbc.instant(row, "at")))
                .orElse(new Version(0, Instant.EPOCH));
    }

    Catalogue catalogue() {
        var indicators = new LinkedHashMap<String, Catalogue.Entry>();
        sql.stream(
                INDICATORS,
                row -> Map.entry(row.getString("code"), entry(row)),
                one -> indicators.put(one.getKey(), one.getValue()));
        sql.stream(
                SCHEMES,
                row -> Map.entry(row.getString("id"), scheme(row)),
                one -> indicators.put(one.getKey(), one.getValue()));
        var areas = new LinkedHashMap<String, String>();
        var cities = new ArrayList<String>();
        sql.stream(AREAS, row -> List.of(row.getString("code"), row.getString("name"), row.getString("kind")), area -> {
            areas.put(area.get(0), area.get(1));
            if (area.get(2).equals("CITY")) {
                cities.add(area.get(0));
            }
        });
        return new Catalogue(indicators, areas, cities.stream().findFirst());
    }

    /**
     * What is published of some series of one frequency.
     *
     * @param observations how many
     */
    record Extent(Frequency frequency, long series, long observations, Period first, Period last) {}

    /** Of all series together, by frequency; empty before the first publication. */
    List<Extent> extent() {
        return sql.query(EXTENT, row -> extent(row, row.getLong("series")));
    }

    /** Codes of which something is published. */
    Map<Component, Set<String>> inUse() {
        var codes = new EnumMap<Component, Set<String>>(Component.class);
        sql.stream(
                IN_USE,
                row -> Map.entry(Component.valueOf(row.getString("dimension")), row.getString("code")),
                one -> codes.computeIfAbsent(one.getKey(), missing -> new HashSet<>())
                        .add(one.getValue()));
        return codes;
    }

    /** Of each series that may be among those asked for, in no order. */
    void extents(Selection selection, BiConsumer<Series, Extent> each) {
        sql.stream(
                EXTENTS,
                row -> Map.entry(
                        new Series(
                                Frequency.valueOf(row.getString("frequency")),
                                row.getString("area"),
                                row.getString("indicator"),
                                SeriesKind.ACTUAL,
                                List.of()),
                        extent(row, 1)),
                one -> each.accept(one.getKey(), one.getValue()),
                named(selection));
    }

    private static Extent extent(ResultSet row, long series) throws SQLException {
        var frequency = Frequency.valueOf(row.getString("frequency"));
        return new Extent(
                frequency,
                series,
                row.getLong("observations"),
                new Period(frequency, row.getObject("first", LocalDate.class)),
                new Period(frequency, row.getObject("last", LocalDate.class)));
    }

    @Override
    public List<Series> series(Selection selection) {
        return sql.query(
                SERIES,
                row -> new Series(
                        Frequency.valueOf(row.getString("frequency")),
                        row.getString("area"),
                        row.getString("indicator"),
                        SeriesKind.ACTUAL,
                        ids(row.getArray("ids"))),
                named(selection));
    }

    /** The codes a selection names in each dimension of what is stored, each twice; null where it names none. */
    private static @Nullable Object[] named(Selection selection) {
        var args = new ArrayList<@Nullable Object>();
        for (var dimension : STORED.keySet()) {
            var codes = selection
                    .named(dimension)
                    .map(named -> named.toArray(String[]::new))
                    .orElse(null);
            args.add(codes);
            args.add(codes);
        }
        return args.toArray();
    }

    @Override
    public Map<Integer, List<Observation>> observations(Collection<Integer> series, Vintage vintage) {
        return byId(PUBLISHED, array(series), until(vintage), since(vintage));
    }

    @Override
    public List<Instant> publications(Collection<Integer> series, Vintage vintage) {
        return sql.query(
                PUBLICATIONS, row -> Jdbc.instant(row, "published_at"), array(series), until(vintage), since(vintage));
    }

    @Override
    public Map<Integer, List<Observation>> publishedAt(Collection<Integer> series, Instant moment) {
        return byId(PUBLISHED_AT, array(series), moment);
    }

    /** Of every edition that was published. */
    AssessmentScores assessmentScores() {
        return new AssessmentScores(sql.query(
                SCORES,
                row -> new AssessmentScores.Score(
                        row.getString("scheme"),
                        row.getString("area"),
                        row.getInt("year"),
                        Jdbc.instant(row, "published_at"),
                        row.getBigDecimal("score"),
                        row.getString("grade"))));
    }

    private Map<Integer, List<Observation>> byId(String statement, Object... args) {
        var found = new HashMap<Integer, List<Observation>>();
        sql.stream(
                statement,
                row -> Map.entry(row.getInt("series"), observation(row)),
                one -> found.computeIfAbsent(one.getKey(), id -> new ArrayList<>())
                        .add(one.getValue()),
                args);
        return found;
    }

    private static Object array(Collection<Integer> ids) {
        return ids.toArray(Integer[]::new);
    }

    private static Instant until(Vintage vintage) {
        return vintage.asOf().orElse(END_OF_TIME);
    }

    private static Instant since(Vintage vintage) {
        return vintage.updatedAfter().orElse(Instant.EPOCH);
    }

    private static List<Integer> ids(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    private static Observation observation(ResultSet row) throws SQLException {
        return Observation.reported(
                new Period(
                        Frequency.valueOf(row.getString("frequency")), row.getObject("period_start", LocalDate.class)),
                row.getBigDecimal("value"),
                qualifier(row, "qualifier").orElse(null),
                row.getString("level"),
                ObservationStatus.valueOf(row.getString("status")),
                row.getString("source"));
    }

    private static Catalogue.Entry entry(ResultSet row) throws SQLException {
        var unit = row.getString("unit_of_definition");
        return new Catalogue.Entry(
                new Text(row.getString("name_zh"), row.getString("name_en")),
                unit == null ? row.getString("unit") : unit,
                row.getInt("decimals"),
                figure(row, "baseline_"),
                figure(row, "target_"));
    }

    /** In the place of an indicator: what an assessment scores. */
    private static Catalogue.Entry scheme(ResultSet row) throws SQLException {
        var title = row.getString("title");
        return new Catalogue.Entry(new Text(title, title), "分", row.getInt("decimals"), null, null);
    }

    private static @Nullable Figure figure(ResultSet row, String prefix) throws SQLException {
        var text = row.getString(prefix + "text");
        return text == null
                ? null
                : new Figure(
                        row.getInt(prefix + "year"),
                        row.getBigDecimal(prefix + "value"),
                        qualifier(row, prefix + "qualifier").orElse(null),
                        text);
    }

    private static Optional<Qualifier> qualifier(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Qualifier::valueOf);
    }
}
