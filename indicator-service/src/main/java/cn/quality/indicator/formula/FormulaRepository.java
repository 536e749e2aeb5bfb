package cn.quality.indicator.formula;

import cn.quality.indicator.IndicatorCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class FormulaRepository implements PanacheRepositoryBase<Formula, FormulaKey> {

    /** The oldest first. */
    List<Formula> of(IndicatorCode indicator) {
        return list("key.indicator = ?1 order by key.validFrom", indicator.value());
    }

    Optional<Formula> inForce(IndicatorCode indicator, LocalDate day) {
        return find("key.indicator = ?1 and key.validFrom <= ?2 order by key.validFrom desc", indicator.value(), day)
                .firstResultOptional();
    }
}
