package cn.quality.indicator.warning;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.FigureListener;
import cn.quality.indicator.observation.Frequency;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.observation.SeriesKey;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Figures that are still to be looked at. They are put here in the transaction that changes them, so none is missed, and looked
 * at after it: a report has thousands, and must not wait for its warnings or fail with them. One that cannot be looked at is set
 * aside and tried again, ever more seldom, until the fault is mended; the others go on.
 */
@ApplicationScoped
class CheckQueue implements FigureListener {

    private static final int AT_ONCE = 500;

    private static final String ADD = """
            insert into warning_check (indicator, definition, area, frequency, period_start)
            select * from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::date[])""";

    private static final String DUE = """
            select id from warning_check where retry_at is null or retry_at <= ? order by id limit ?""";

    private static final String TAKE = """
            delete from warning_check where id = any(?)
            returning indicator, definition, area, frequency, period_start""";

    /** What already failed of the same figure counts on, so that of each figure one stands here, however often it changes. */
    private static final String SET_ASIDE = """
            update warning_check failed set attempts = failed.attempts + 1, failure = ?,
              retry_at = ?::timestamptz + least(interval '1 minute' * power(2, least(failed.attempts, 6)), interval '1 hour')
            where failed.id = (select min(first.id) from warning_check first join warning_check this
                on (first.indicator, first.definition, first.area, first.frequency, first.period_start)
                 = (this.indicator, this.definition, this.area, this.frequency, this.period_start)
              where this.id = ? and (first.id = this.id or first.attempts > 0))
            returning failed.id""";

    private static final String FAILED = """
            select * from warning_check where attempts > 0 and id > ? order by id limit ?""";

    /** Held until the transaction ends. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('warning-checks', 0))";

    private final Jdbc sql;

    CheckQueue(Jdbc sql) {
        this.sql = sql;
    }

    @Override
    public void changed(Collection<FigureKey> figures) {
        if (figures.isEmpty()) {
            return;
        }
        var args = new ArrayList<Object>();
        for (var part : List.<Function<FigureKey, Object>>of(
                key -> key.series().indicator(),
                key -> key.series().definition(),
                key -> key.series().area(),
                key -> key.series().frequency().name(),
                key -> key.period().first())) {
            args.add(figures.stream().map(part).map(Object::toString).toArray(String[]::new));
        }
        sql.update(ADD, args.toArray());
    }

    /** Whether no other process warns at this moment; none does until the transaction ends. */
    boolean isOurs() {
        return sql.first(LOCK, row -> row.getBoolean(1)).orElse(false);
    }

    /** The next of them, oldest first. */
    List<Long> due(Instant now) {
        return sql.query(DUE, row -> row.getLong(1), now, AT_ONCE);
    }

    /** The figures of these, each once, off the queue if the transaction commits. */
    List<FigureKey> take(List<Long> checks) {
        return sql.query(TAKE, CheckQueue::figure, (Object) checks.toArray(Long[]::new)).stream()
                .distinct()
                .toList();
    }

    void setAside(long check, String failure, Instant now) {
        sql.first(SET_ASIDE, row -> row.getLong(1), failure, now, check)
                .filter(kept -> kept != check)
                .ifPresent(kept -> sql.update("delete from warning_check where id = ?", check));
    }

    /** Those that were set aside. */
    List<FailedCheck> failed(long after, int limit) {
        return sql.query(
                FAILED,
                row -> {
                    var figure = figure(row);
                    return new FailedCheck(
                            row.getLong("id"),
                            figure.series().indicator().value(),
                            figure.series().area().value(),
                            figure.period().toString(),
                            row.getInt("attempts"),
                            row.getString("failure"),
                            Jdbc.instant(row, "retry_at"));
                },
                after,
                limit);
    }

    private static FigureKey figure(ResultSet row) throws SQLException {
        var frequency = Frequency.valueOf(row.getString("frequency"));
        return new FigureKey(
                new SeriesKey(
                        new IndicatorCode(row.getString("indicator")),
                        row.getInt("definition"),
                        new AreaCode(row.getString("area")),
                        frequency),
                new Period(frequency, row.getObject("period_start", LocalDate.class)));
    }
}
