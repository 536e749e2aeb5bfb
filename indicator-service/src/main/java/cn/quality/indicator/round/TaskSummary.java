package cn.quality.indicator.round;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task in a list.
 *
 * @param department that reports for the area; absent where the area reports as such
 * @param due the deadline, or the end of the last extension
 * @param overdue whether it has not been submitted and that day is over
 * @param indicators how many figures it asks for
 * @param entered how many of them have been entered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RoundTaskSummary", description = "填报任务 (a task in a list)")
record TaskSummary(
        UUID id,
        UUID roundId,
        @Schema(examples = "2019年度质量指标填报") String title,
        Period period,
        AreaCode area,
        @Schema(examples = "日照市市场监督管理局") @Nullable String department,
        TaskState state,
        @Schema(examples = "2020-02-10") LocalDate due,
        boolean overdue,
        @Schema(examples = "12") int indicators,
        @Schema(examples = "9") int entered) {}
