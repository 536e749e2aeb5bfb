package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Storage of what reviews froze: append-only. */
@ApplicationScoped
class LiveFreezeRepository {

    private static final String ADD = """
            insert into live_freeze (id, figure, period, period_first, period_after, value, numerator, denominator, status,
              final, as_of, reason, frozen_at, frozen_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    /** The newest of each period, beside what is counted of the same period now. */
    private static final String BESIDE_THE_LIVE = """
            select distinct on (z.figure, z.period_first, z.period_after) z.*, f.measure,
              now.numerator as live_numerator, now.denominator as live_denominator
            from live_freeze z join live_figure f on f.code = z.figure,
              lateral (select coalesce(sum(c.numerator), 0) as numerator, coalesce(sum(c.denominator), 0) as denominator
                       from live_counter c where c.figure = z.figure
                         and (f.measure = 'COUNT' or (c.month >= z.period_first and c.month < z.period_after))) now
            order by z.figure, z.period_first desc, z.period_after desc, z.frozen_at desc""";

    private final Jdbc sql;

    LiveFreezeRepository(Jdbc sql) {
        this.sql = sql;
    }

    void add(Freeze freeze) {
        sql.update(
                ADD,
                freeze.id(),
                freeze.figure().value(),
                freeze.window().name(),
                freeze.window().first(),
                freeze.window().after(),
                freeze.value(),
                freeze.counted().numerator(),
                freeze.counted().denominator(),
                freeze.status(),
                freeze.isFinal(),
                freeze.asOf(),
                freeze.reason(),
                freeze.frozenAt(),
                freeze.frozenBy());
    }

    /** All of a figure, the newest first. */
    List<Freeze> of(IndicatorCode figure) {
        return sql.query(
                "select * from live_freeze where figure = ? order by frozen_at desc, id desc",
                LiveFreezeRepository::freeze,
                figure.value());
    }

    private static Freeze freeze(ResultSet row) throws SQLException {
        return new Freeze(
                row.getObject("id", UUID.class),
                new IndicatorCode(row.getString("figure")),
                new LiveWindow(
                        row.getString("period"),
                        row.getObject("period_first", LocalDate.class),
                        row.getObject("period_after", LocalDate.class)),
                row.getBigDecimal("value"),
                new Tally(row.getLong("numerator"), row.getLong("denominator")),
                row.getString("status"),
                row.getBoolean("final"),
                moment(row, "as_of"),
                row.getString("reason"),
                Jdbc.instant(row, "frozen_at"),
                row.getString("frozen_by"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** What was frozen last of each period, by figure, the newest period first. */
    Map<IndicatorCode, List<FrozenFigure>> besideTheLive() {
        record Row(IndicatorCode figure, FrozenFigure frozen) {}
        return sql
                .query(BESIDE_THE_LIVE, row -> {
                    var measure = LiveMeasure.valueOf(row.getString("measure"));
                    var live = measure.value(new Tally(row.getLong("live_numerator"), row.getLong("live_denominator")))
                            .orElse(null);
                    var frozen = freeze(row);
                    var rate = measure == LiveMeasure.RATE;
                    return new Row(
                            frozen.figure(),
                            new FrozenFigure(
                                    frozen.window().name(),
                                    frozen.value(),
                                    rate ? frozen.counted().numerator() : null,
                                    rate ? frozen.counted().denominator() : null,
                                    frozen.status(),
                                    frozen.asOf(),
                                    frozen.frozenAt(),
                                    live,
                                    difference(live, frozen.value())));
                })
                .stream()
                .collect(Collectors.groupingBy(Row::figure, Collectors.mapping(Row::frozen, Collectors.toList())));
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal live, @Nullable BigDecimal frozen) {
        return live == null || frozen == null ? null : live.subtract(frozen);
    }
}
