package cn.quality.credit.enterprise;

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
        Instant closureRecordedAt) {}
