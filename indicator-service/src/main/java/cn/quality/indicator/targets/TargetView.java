package cn.quality.indicator.targets;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.ConflictReference;
import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.plan.PlanId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A target as it is shown.
 *
 * @param definition the version of the indicator's definition the target is stated in
 * @param baselineDefinition the version the baseline is stated in, where that is another one: a series break
 * @param scope the plan's own scope (口径), where another plan's differs
 * @param baseline where the plan started from; absent when it does not say
 * @param figure what the plan promised; absent for a mere direction
 * @param reading how an inexact wording is read, and why
 * @param trajectory the way from baseline to target; absent where there is none
 * @param conflicts in which its indicator is named; left out where targets are listed
 * @param note what a reader must know not to misread it
 * @param version 1 when first recorded, one more for each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetView(
        TargetId id,
        IndicatorCode indicator,
        @Schema(examples = "1") int definition,
        @Nullable Integer baselineDefinition,
        PlanId plan,
        AreaCode area,
        TargetKind kind,
        Direction direction,
        @Nullable BilingualText scope,
        @Nullable Figure baseline,
        @Nullable Figure figure,
        @Nullable Reading reading,
        @Nullable Trajectory trajectory,
        List<PassageView> passages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ConflictReference> conflicts,
        @Nullable String note,
        @Schema(examples = "1") long version) {

    TargetView inContext(Function<PassageView, List<TargetId>> others, List<ConflictReference> known) {
        var shown = passages.stream()
                .map(passage ->
                        new PassageView(passage.text(), passage.start(), passage.about(), others.apply(passage)))
                .toList();
        return new TargetView(
                id,
                indicator,
                definition,
                baselineDefinition,
                plan,
                area,
                kind,
                direction,
                scope,
                baseline,
                figure,
                reading,
                trajectory,
                shown,
                known,
                note,
                version);
    }
}
