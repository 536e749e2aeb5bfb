package cn.quality.indicator.formula;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;

/** Which formula of which indicator. */
@Embeddable
record FormulaKey(String indicator, LocalDate validFrom) implements Serializable {

    @Override
    public String toString() {
        return indicator + "/" + validFrom;
    }
}
