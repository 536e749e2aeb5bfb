package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/** The end of an enterprise, as it was first reported. */
@Embeddable
record Closure(
        LocalDate closedOn,
        String closureReason,
        String closureDepartment,
        String closureRecordNumber,
        Instant closureRecordedAt) {

    boolean isOf(Source source) {
        return closureDepartment.equals(source.department()) && closureRecordNumber.equals(source.recordNumber());
    }
}
