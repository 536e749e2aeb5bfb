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
 * @param suspendedOn day since which it is not counted; absent while it is. Its last day is counted again at the end
 * @param promise whether the office promised it and no text binds it: shown, but never overdue work
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ComplaintDeadline", description = "办理期限 (a deadline and what it was computed from)")
record RunningDeadline(
        Deadline deadline,
        LocalDate startedOn,
        @Nullable LocalDate metOn,

        @Schema(description = "中止计算之日；恢复后重新计算截止日 (not counted since)") @Nullable
        LocalDate suspendedOn,

        @Schema(description = "服务承诺，并非法定期限 (a promise, no legal duty)")
        boolean promise) {

    RunningDeadline(Deadline deadline, LocalDate startedOn, @Nullable LocalDate metOn) {
        this(deadline, startedOn, metOn, null, false);
    }

    boolean isRunning() {
        return metOn == null;
    }

    boolean isSuspended() {
        return isRunning() && suspendedOn != null;
    }

    /** Whether a duty was missed by that day. */
    boolean isLate(LocalDate today) {
        var counted = metOn != null ? metOn : suspendedOn != null ? suspendedOn : today;
        return !promise && deadline.isOver(counted);
    }

    RunningDeadline met(LocalDate day) {
        return new RunningDeadline(deadline, startedOn, day, suspendedOn, promise);
    }

    RunningDeadline running() {
        return new RunningDeadline(deadline, startedOn, null, suspendedOn, promise);
    }

    RunningDeadline suspended(LocalDate day) {
        return new RunningDeadline(deadline, startedOn, metOn, day, promise);
    }

    /** The same, counted by another calendar. */
    RunningDeadline with(Deadline recounted) {
        return new RunningDeadline(recounted, startedOn, metOn, suspendedOn, promise);
    }

    /** It is counted on, to this last day. */
    RunningDeadline to(Deadline counted) {
        return new RunningDeadline(counted, startedOn, metOn, null, promise);
    }
}
