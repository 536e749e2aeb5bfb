package cn.quality.indicator.progress;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.plan.PlanId;
import cn.quality.indicator.targets.Reading;
import cn.quality.indicator.targets.TargetId;
import cn.quality.indicator.targets.Trajectory;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a target has come.
 *
 * @param reason why the state is what it is
 * @param actual the published figure that was judged; absent when there is none
 * @param expected where the trajectory is at the end of the figure's period; absent without a trajectory
 * @param share of the gain expected by then; on a falling target of the fall
 * @param gained share of the whole way from baseline to target
 * @param trajectory how the expected value is reckoned, and why that way
 * @param readOtherwise what the state would be if the plan's inexact wording were read the other way; only where it matters
 * @param forecast absent once the target date has passed, and for a mere direction
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgressView(
        TargetId target,
        IndicatorCode indicator,
        PlanId plan,
        AreaCode area,
        LocalDate date,
        TargetKind kind,
        ProgressState state,
        BilingualText reason,
        @Nullable Actual actual,
        @Schema(examples = "171.6") @Nullable BigDecimal expected,
        @Schema(examples = "0.7313") @Nullable BigDecimal share,
        @Schema(examples = "0.4388") @Nullable BigDecimal gained,
        @Nullable Figure baseline,
        @Nullable Figure figure,
        @Nullable Trajectory trajectory,
        @Nullable Reading reading,
        @Nullable ReadOtherwise readOtherwise,
        @Nullable Bands bands,
        @Nullable Forecast forecast) {

    /** The state under the other reading of the same words. */
    public record ReadOtherwise(@Schema(examples = "GT") Qualifier qualifier, ProgressState state) {}
}
