package cn.quality.standards.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One round of public comments on one draft. Its days are days of Asia/Shanghai: the one after the publication is the first
 * that counts, and the last is whole.
 *
 * @param round from 1
 * @param withdrawnOn when the draft went back before the round was over; such a round counts for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupConsultation", description = "一轮公开征求意见 (one round of public comments)")
record Consultation(
        @Schema(required = true, examples = "1") int round,

        @Schema(required = true) Document draft,

        @Schema(required = true, examples = "2026-03-02") LocalDate publishedOn,

        @Schema(required = true, examples = "2026-03-03") LocalDate firstDay,

        @Schema(required = true, examples = "2026-04-01") LocalDate lastDay,

        @Schema(examples = "2026-03-10") @Nullable LocalDate withdrawnOn) {

    static Consultation opened(int round, Document draft, LocalDate publishedOn, LocalDate lastDay) {
        return new Consultation(round, draft, publishedOn, publishedOn.plusDays(1), lastDay, null);
    }

    Consultation until(LocalDate later) {
        return new Consultation(round, draft, publishedOn, firstDay, later, withdrawnOn);
    }

    /** The draft goes back: a round that is over stays what it was. */
    Consultation endedOn(LocalDate day) {
        return isOverOn(day) ? this : new Consultation(round, draft, publishedOn, firstDay, lastDay, day);
    }

    boolean isOpenOn(LocalDate day) {
        return withdrawnOn == null && !day.isBefore(publishedOn) && !day.isAfter(lastDay);
    }

    /** Whether all of its days have passed. */
    boolean isOverOn(LocalDate day) {
        return withdrawnOn == null && day.isAfter(lastDay);
    }

    /** Days on which a comment may still be made, this one among them. */
    static long daysLeft(LocalDate lastDay, LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(today, lastDay) + 1);
    }
}
