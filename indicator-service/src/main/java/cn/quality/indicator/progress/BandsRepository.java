package cn.quality.indicator.progress;

import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
class BandsRepository {

    private static final String IN_FORCE = """
            select on_track, at_risk, basis from progress_bands where valid_from <= ? order by valid_from desc limit 1""";

    private static final String ALL = "select * from progress_bands order by valid_from";

    private static final String PUT = """
            insert into progress_bands (valid_from, on_track, at_risk, basis) values (?, ?, ?, ?)
            on conflict (valid_from) do update set on_track = excluded.on_track, at_risk = excluded.at_risk,
              basis = excluded.basis""";

    private final Jdbc sql;

    BandsRepository(Jdbc sql) {
        this.sql = sql;
    }

    Bands on(LocalDate day) {
        return sql.first(
                        IN_FORCE,
                        row -> new Bands(
                                row.getBigDecimal("on_track"), row.getBigDecimal("at_risk"), row.getString("basis")),
                        day)
                .orElseThrow();
    }

    List<BandsView> all() {
        return sql.query(
                ALL,
                row -> new BandsView(
                        row.getObject("valid_from", LocalDate.class),
                        row.getBigDecimal("on_track"),
                        row.getBigDecimal("at_risk"),
                        row.getString("basis")));
    }

    void put(NewBands bands) {
        sql.update(PUT, bands.validFrom(), bands.onTrack(), bands.atRisk(), bands.basis());
    }
}
