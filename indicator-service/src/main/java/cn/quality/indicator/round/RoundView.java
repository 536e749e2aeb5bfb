package cn.quality.indicator.round;

import cn.quality.indicator.observation.Period;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A round with its tasks.
 *
 * @param deadline its last day, whole, in Asia/Shanghai
 * @param corrects the published task that this round corrects
 * @param reason why it is corrected
 * @param tasks those the caller may see
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "填报轮次 (a reporting round)")
record RoundView(
        UUID id,
        @Schema(examples = "2019年度质量指标填报") String title,
        Period period,
        @Schema(examples = "2020-02-10") LocalDate deadline,
        @Nullable UUID corrects,
        @Nullable String reason,
        @Schema(examples = "city-reviewer") String openedBy,
        Instant openedAt,
        List<TaskSummary> tasks) {}
