package cn.quality.credit.listing;

import cn.quality.credit.rules.Deadline;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that runs for an entry, or has run.
 *
 * @param startedOn day of the event, not counted
 * @param endedOn day on which what it waited for happened; nothing while it runs
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "期限 (a deadline of an entry)")
record RunningDeadline(
        @Enumerated(EnumType.STRING) @Column(name = "clock") ListingDeadline kind,
        LocalDate startedOn,
        Deadline deadline,
        @Nullable LocalDate endedOn) {

    /** The system to whose display it belongs; none for deadlines of the procedure. */
    @JsonProperty
    public @Nullable DisplaySystem getSystem() {
        return kind.system().orElse(null);
    }

    boolean isRunning() {
        return endedOn == null;
    }

    /** The same, counted by another calendar. */
    RunningDeadline with(Deadline recounted) {
        return new RunningDeadline(kind, startedOn, recounted, endedOn);
    }

    RunningDeadline ended(LocalDate day) {
        return new RunningDeadline(kind, startedOn, deadline, day);
    }
}
