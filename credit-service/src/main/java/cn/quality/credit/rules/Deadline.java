package cn.quality.credit.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The last day on which something can be done in time, and what it was computed from, so that it can be checked years
 * later against the law and the calendar of that day.
 *
 * @param due last day, in Shanghai
 * @param ruleCode code of the rule in its rule pack
 * @param rulePack id and version of the pack in force, as {@code id@version}
 * @param calendars years and versions of the working-day calendars that were counted, as {@code year@version}, by comma;
 *     empty when no working day was counted; version 0 is a year without a calendar yet
 * @param certainty of the least certain of what it rests on: the rule, the calendars, and the rule of transition for a case
 *     that began under another pack
 * @param dueBefore the last day as it was before a calendar was corrected; absent when none was
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "期限及其计算依据 (a due date, and what it was computed from)")
public record Deadline(
        @Schema(examples = "2026-03-09") LocalDate due,

        @Schema(examples = "STATEMENT_AND_DEFENCE") String ruleCode,
        @Schema(examples = "credit-2025-12-25@1") String rulePack,
        @Schema(examples = "2026@1") String calendars,

        @Enumerated(EnumType.STRING)
        @Schema(description = "规则、工作日历与过渡规则中确定程度最低者 (the lowest of rule, calendars and transition)")
        Certainty certainty,

        @Schema(description = "工作日历更正前的截止日，未更正的没有此项 (the day before a calendar was corrected)") @Nullable
        LocalDate dueBefore) {

    public Deadline(LocalDate due, String ruleCode, String rulePack, String calendars, Certainty certainty) {
        this(due, ruleCode, rulePack, calendars, certainty, null);
    }

    /** Whether it has passed on that day. */
    public boolean isOver(LocalDate today) {
        return today.isAfter(due);
    }

    /** Whether the calendar of that year was counted, in whichever version. */
    boolean counted(int year) {
        return calendars.contains(year + "@");
    }

    /** Rule, day and calendars in a line, for the decision log. */
    public String described() {
        return "%s %s (%s)".formatted(ruleCode, dueBefore == null ? due : dueBefore + " → " + due, calendars);
    }

    /** Counted again: the day it had is noted when it moves. */
    Deadline recounted(Deadline now) {
        return new Deadline(
                now.due, ruleCode, now.rulePack, now.calendars, now.certainty, now.due.equals(due) ? dueBefore : due);
    }
}
