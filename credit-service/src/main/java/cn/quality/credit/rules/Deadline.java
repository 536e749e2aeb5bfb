package cn.quality.credit.rules;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The last day on which something can be done in time, and what it was computed from, so that it can be checked years
 * later against the law and the calendar of that day.
 *
 * @param due last day, in Shanghai
 * @param ruleCode code of the rule in its rule pack
 * @param rulePack id and version of the pack in force, as {@code id@version}
 * @param calendars years and versions of the working-day calendars that were counted, as {@code year@version}, by comma;
 *     empty when the rule does not count working days
 */
@Embeddable
@Schema(description = "期限及其计算依据 (a due date, and what it was computed from)")
public record Deadline(
        @Schema(examples = "2026-03-09") LocalDate due,

        @Schema(examples = "STATEMENT_AND_DEFENCE") String ruleCode,
        @Schema(examples = "credit-2025-12-25@1") String rulePack,
        @Schema(examples = "2026@1") String calendars) {

    /** Whether it has passed on that day. */
    public boolean isOver(LocalDate today) {
        return today.isAfter(due);
    }
}
