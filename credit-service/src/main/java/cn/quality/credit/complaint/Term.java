package cn.quality.credit.complaint;

import cn.quality.credit.rules.Deadline;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a complaint.
 *
 * @param metOn day on which what was due was done; absent while the clock runs
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComplaintTerm", description = "办理期限 (a clock and what it was computed from)")
record Term(
        Deadline deadline, LocalDate startedOn, @Nullable LocalDate metOn) {

    boolean isRunning() {
        return metOn == null;
    }

    /** Whether it was missed by that day. */
    boolean isLate(LocalDate today) {
        return deadline.isOver(metOn == null ? today : metOn);
    }

    Term met(LocalDate day) {
        return new Term(deadline, startedOn, day);
    }

    Term running() {
        return new Term(deadline, startedOn, null);
    }
}
