package cn.quality.credit.archive;

import cn.quality.credit.rules.Severity;
import java.util.Optional;

/**
 * A penalty that came onto an enterprise's file, as far as it matters to the repair of its credit.
 *
 * @param violationKind kind of the violation, where the record states it
 */
public record NewPenalty(Optional<Severity> severity, Optional<String> violationKind) {

    /** 较重行政处罚: of the general or the serious class. */
    public boolean isHeavy() {
        return severity.filter(one -> one != Severity.MINOR).isPresent();
    }
}
