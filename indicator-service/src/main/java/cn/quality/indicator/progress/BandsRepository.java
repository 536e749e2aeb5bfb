package cn.quality.indicator.progress;

import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

@ApplicationScoped
class BandsRepository {

    private final Jdbc sql;

    BandsRepository(Jdbc sql) {
        this.sql = sql;
    }

    Bands on(LocalDate day) {
        return sql.first(
                        "select on_track, at_risk, basis from progress_bands where valid_from <= ? order by valid_from desc limit 1",
                        row -> new Bands(
                                row.getBigDecimal("on_track"), row.getBigDecimal("at_risk"), row.getString("basis")),
                        day)
                .orElseThrow();
    }
}
