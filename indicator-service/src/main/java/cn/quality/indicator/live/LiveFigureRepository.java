package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Storage of the figures and their counters. */
@ApplicationScoped
class LiveFigureRepository {

    private static final String FIGURES = """
            select f.*, coalesce(sum(c.numerator), 0) as numerator, coalesce(sum(c.denominator), 0) as denominator
            from live_figure f
            left join live_counter c on c.figure = f.code and (f.measure = 'COUNT' or (c.month >= ? and c.month < ?))
            where f.code = coalesce(?, f.code)
            group by f.code order by f.code""";
    private static final String MOVE = """
            update live_counter set numerator = numerator + ?, denominator = denominator + ? where figure = ? and month = ?""";
    private static final String BEGIN =
            "insert into live_counter (numerator, denominator, figure, month) values (?, ?, ?, ?)";

    private final Jdbc sql;

    LiveFigureRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** A counter. */
    record Counter(IndicatorCode figure, LocalDate month) {}

    /** By code; a rate is that of the window. */
    List<LiveFigure> list(LiveWindow window) {
        return list(window, null);
    }

    Optional<LiveFigure> find(IndicatorCode code, LiveWindow window) {
        return list(window, code.value()).stream().findFirst();
    }

    private List<LiveFigure> list(LiveWindow window, @Nullable String code) {
        return sql.query(
                FIGURES,
                row -> {
                    var asOf = row.getObject("as_of", OffsetDateTime.class);
                    return new LiveFigure(
                            new IndicatorCode(row.getString("code")),
                            row.getString("name_zh"),
                            row.getString("name_en"),
                            LiveMeasure.valueOf(row.getString("measure")),
                            LiveSource.valueOf(row.getString("source")),
                            row.getLong("version"),
                            asOf == null ? null : asOf.toInstant(),
                            new Tally(row.getLong("numerator"), row.getLong("denominator")));
                },
                window.first(),
                window.after(),
                code);
    }

    void move(Counter counter, Tally by) {
        Object[] args = {by.numerator(), by.denominator(), counter.figure().value(), counter.month()};
        if (sql.update(MOVE, args) == 0) {
            sql.update(BEGIN, args);
        }
        sql.update(
                "update live_figure set version = version + 1 where code = ?",
                counter.figure().value());
    }

    /** Notes that an event of this moment was taken into account. Events of different records may come out of order. */
    void knownAsOf(LiveSource source, Instant time) {
        sql.update("update live_figure set as_of = greatest(as_of, ?) where source = ?", time, source.name());
    }
}
