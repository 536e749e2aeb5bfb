package cn.quality.indicator.warning;

import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

@ApplicationScoped
class WarningTermsRepository {

    private static final String IN_FORCE = """
            select assign_days, plan_days, rectify_days from warning_terms where valid_from <= ?
            order by valid_from desc limit 1""";

    private final Jdbc sql;

    WarningTermsRepository(Jdbc sql) {
        this.sql = sql;
    }

    WarningTerms on(LocalDate day) {
        return sql.first(
                        IN_FORCE,
                        row -> new WarningTerms(
                                row.getInt("assign_days"), row.getInt("plan_days"), row.getInt("rectify_days")),
                        day)
                .orElseThrow();
    }
}
