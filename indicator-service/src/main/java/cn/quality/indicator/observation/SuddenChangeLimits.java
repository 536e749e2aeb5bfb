package cn.quality.indicator.observation;

import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;

/** From which change on a figure is remarkable: data, for it is no law. */
@ApplicationScoped
public class SuddenChangeLimits {

    private static final String IN_FORCE = """
            select factor, points from sudden_change_limits where valid_from <= ? order by valid_from desc limit 1""";

    private final Jdbc sql;

    SuddenChangeLimits(Jdbc sql) {
        this.sql = sql;
    }

    /**
     * @param factor a change is sudden beyond this many times the median of the changes before
     * @param points figures a series must have before a change of it can be called sudden
     */
    public record Limits(BigDecimal factor, int points) {}

    public Limits on(LocalDate day) {
        return sql.first(IN_FORCE, row -> new Limits(row.getBigDecimal("factor"), row.getInt("points")), day)
                .orElseThrow();
    }
}
