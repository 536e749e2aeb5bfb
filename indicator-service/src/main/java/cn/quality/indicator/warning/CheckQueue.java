package cn.quality.indicator.warning;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.FigureListener;
import cn.quality.indicator.observation.Frequency;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.observation.SeriesKey;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Figures that are still to be looked at. They are put here in the transaction that changes them, so none is missed, and looked
 * at after it: a report has thousands, and must not wait for its warnings or fail with them.
 */
@ApplicationScoped
class CheckQueue implements FigureListener {

    private static final int AT_ONCE = 500;

    private static final String ADD = """
            insert into warning_check (indicator, definition, area, frequency, period_start)
            select * from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::date[])""";

    private static final String TAKE = """
            delete from warning_check where id in (select id from warning_check order by id limit ?)
            returning indicator, definition, area, frequency, period_start""";

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

    /** The next of them, each once, off the queue if the transaction commits. */
    List<FigureKey> take() {
        return sql
                .query(
                        TAKE,
                        row -> {
                            var frequency = Frequency.valueOf(row.getString("frequency"));
                            return new FigureKey(
                                    new SeriesKey(
                                            new IndicatorCode(row.getString("indicator")),
                                            row.getInt("definition"),
                                            new AreaCode(row.getString("area")),
                                            frequency),
                                    new Period(frequency, row.getObject("period_start", LocalDate.class)));
                        },
                        AT_ONCE)
                .stream()
                .distinct()
                .toList();
    }
}
