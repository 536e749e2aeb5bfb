package cn.quality.indicator.targets;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.plan.PlanId;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A target as it is sent.
 *
 * @param definition the version of the indicator's definition the target is stated in
 * @param baselineDefinition the version the baseline is stated in, where that is another one: the series breaks between
 *     baseline and target, and there is no trajectory
 * @param area whose target it is; a plan of the province speaks of the province, so it need not be an area of ours
 * @param scope the plan's own scope (口径), where another plan's differs
 * @param baseline where the plan started from, if it says so
 * @param figure what the plan promised; absent for a mere direction
 * @param reading how an inexact wording is read
 * @param trajectory a straight line when left out
 * @param note what a reader must know not to misread it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewTarget(
        @Schema(examples = "quality-2016-2020.prd-superv-pass") @NotNull @Pattern(regexp = TargetId.PATTERN)
        String id,

        @Schema(examples = "PRD_SUPERV_PASS") @NotNull @Pattern(regexp = IndicatorCode.PATTERN)
        String indicator,

        @Schema(examples = "1") @Min(1) @Max(1000) int definition,

        @Min(1) @Max(1000) @Nullable Integer baselineDefinition,

        @Schema(examples = "quality-2016-2020") @NotNull @Pattern(regexp = PlanId.PATTERN)
        String plan,

        @Schema(examples = "371100") @NotNull @Pattern(regexp = AreaCode.PATTERN)
        String area,

        @NotNull TargetKind kind,

        @NotNull Direction direction,

        @Valid @Nullable BilingualText scope,

        @Valid @Nullable Figure baseline,

        @Valid @Nullable Figure figure,

        @Valid @Nullable Reading reading,

        @Valid @Nullable Trajectory trajectory,

        @Size(max = 20) List<@NotNull @Valid Passage> passages,

        @PlainText @Size(max = 1000) @Nullable String note) {

    /** A list left out is empty; null elements stay, for the validator to name them. */
    public NewTarget {
        passages = passages == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(passages));
    }

    /** Whether baseline and target are figures of different definitions, not to be compared. */
    boolean breaksSeries() {
        return baselineDefinition != null && baselineDefinition != definition;
    }

    /** Whether a way leads from one figure to another. */
    boolean hasTrajectory() {
        return kind == TargetKind.REACH
                && !breaksSeries()
                && baseline != null
                && baseline.value() != null
                && figure != null
                && figure.value() != null;
    }
}
