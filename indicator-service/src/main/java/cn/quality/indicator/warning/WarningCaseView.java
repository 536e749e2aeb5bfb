package cn.quality.indicator.warning;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.official.Extension;
import cn.quality.indicator.targets.TargetId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A warning with all that is done about it, for officials.
 *
 * @param version also the ETag; what {@code If-Match} of an act compares with
 * @param task the reporting task that is late
 * @param department that is late in reporting
 * @param evidence by the newest figure that is known
 * @param publishedAt since when the public sees it; absent as long as only officials do
 * @param publishedEvidence by the published figure, as it said last
 * @param retractedAt since when the published figures do not say so any more
 * @param withdrawn why it was withdrawn
 * @param due the last day, whole, in Asia/Shanghai, for whatever comes next
 * @param escalatedOn when it became the city's, for it was not done in time
 * @param actions what the caller may do to it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WarningCaseView", description = "预警及整改办理情况 (a warning and what is done about it)")
record WarningCaseView(
        UUID id,
        long version,
        Cause cause,
        @Nullable IndicatorCode indicator,
        @Schema(examples = "1") @Nullable Integer definition,
        @Nullable TargetId target,
        @Nullable UUID task,
        AreaCode area,
        @Schema(examples = "日照市市场监督管理局") @Nullable String department,
        Period period,
        WarningState state,
        Evidence evidence,
        Instant raisedAt,
        @Nullable Instant publishedAt,
        @Nullable Evidence publishedEvidence,
        @Nullable Instant retractedAt,
        @Nullable BilingualText withdrawn,
        @Nullable Owner owner,
        @Schema(examples = "2020-03-10") @Nullable LocalDate due,
        boolean overdue,
        @Nullable LocalDate escalatedOn,
        @Schema(examples = "示例：对全部生产单位开展复检") @Nullable String plan,
        List<Proof> proofs,
        List<Extension> extensions,
        List<HistoryEntry> acts,
        List<WarningAct> actions) {

    /**
     * Who answers for it.
     *
     * @param department absent where the area does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WarningOwner", description = "责任单位 (who answers for it)")
    record Owner(
            AreaCode area,
            @Schema(examples = "日照市市场监督管理局") @Nullable String department) {}
}
