package cn.quality.credit.complaint;

import cn.quality.credit.rules.Deadline;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that runs for a complaint, or has run.
 *
 * @param metOn day on which what was due was done; absent while the deadline runs
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComplaintDeadline", description = "办理期限 (a deadline and what it was computed from)")
record RunningDeadline(
        Deadline deadline, LocalDate startedOn, @Nullable LocalDate metOn) {

    boolean isRunning() {
        return metOn == null;
    }

    /** Whether it was missed by that day. */
    boolean isLate(LocalDate today) {
        return deadline.isOver(metOn == null ? today : metOn);
    }

    RunningDeadline met(LocalDate day) {
        return new RunningDeadline(deadline, startedOn, day);
    }

    RunningDeadline running() {
        return new RunningDeadline(deadline, startedOn, null);
    }
}
