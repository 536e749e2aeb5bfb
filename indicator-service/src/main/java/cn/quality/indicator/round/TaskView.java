package cn.quality.indicator.round;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.official.Extension;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task with its figures and all that was done to it.
 *
 * @param version also the ETag; what {@code If-Match} of an act compares with
 * @param due the deadline, or the end of the last extension: a whole day in Asia/Shanghai
 * @param corrects the published task that this one corrects
 * @param actions what the caller may do to it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RoundTaskView", description = "填报任务及其数据 (a task with its figures)")
record TaskView(
        UUID id,
        long version,
        UUID roundId,
        @Schema(examples = "2019年度质量指标填报") String title,
        Period period,
        AreaCode area,
        @Schema(examples = "日照市市场监督管理局") @Nullable String department,
        TaskState state,
        @Schema(examples = "2020-02-10") LocalDate due,
        boolean overdue,
        @Nullable UUID corrects,
        @Schema(examples = "示例：分母多计一批次") @Nullable String correctionReason,
        List<CellView> cells,
        List<Extension> extensions,
        List<Appeal> appeals,
        List<HistoryEntry> acts,
        List<TaskAct> actions) {}
