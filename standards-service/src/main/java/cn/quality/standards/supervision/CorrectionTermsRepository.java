package cn.quality.standards.supervision;

import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

@ApplicationScoped
class CorrectionTermsRepository {

    private static final String IN_FORCE = """
            select usual_days, most_days, extension_days from correction_terms where valid_from <= ?
            order by valid_from desc limit 1""";

    private final Jdbc sql;

    CorrectionTermsRepository(Jdbc sql) {
        this.sql = sql;
    }

    CorrectionTerms on(LocalDate day) {
        return sql.first(
                        IN_FORCE,
                        row -> new CorrectionTerms(
                                row.getInt("usual_days"), row.getInt("most_days"), row.getInt("extension_days")),
                        day)
                .orElseThrow();
    }
}
