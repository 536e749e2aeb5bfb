package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.live.LiveFigureView;
import cn.quality.indicator.plan.PlanId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as it is shown.
 *
 * @param baseline where the plan started from; absent when it does not say
 * @param target what the plan promised; absent when it promised no figure and no level
 * @param note what a reader must know not to misread the figures
 * @param version 1 when first recorded, one more for each change
 * @param conflicts in which the indicator is named; left out where indicators are listed
 * @param live the figure counted from events, where there is one; left out where indicators are listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorView(
        IndicatorCode code,
        @Schema(examples = "工业产品质量监督抽查合格率") String nameZh,

        @Schema(examples = "Industrial product supervision pass rate")
        String nameEn,

        @Schema(examples = "product") String domain,
        @Schema(examples = "%") String unit,
        TargetKind kind,
        Direction direction,
        @Nullable Figure baseline,
        @Nullable Figure target,
        List<PlanId> plans,
        List<QuotationView> quotations,
        @Nullable String note,
        @Schema(examples = "1") long version,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ConflictReference> conflicts,
        @Nullable LiveFigureView live) {

    /** What is counted from events is known as it is now alone. */
    public IndicatorView withoutLive() {
        return new IndicatorView(
                code,
                nameZh,
                nameEn,
                domain,
                unit,
                kind,
                direction,
                baseline,
                target,
                plans,
                quotations,
                note,
                version,
                conflicts,
                null);
    }

    IndicatorView inContext(
            Function<QuotationView, List<Integer>> positions,
            Map<Quotation, List<IndicatorCode>> shared,
            List<ConflictReference> known,
            @Nullable LiveFigureView figure) {
        var shown = quotations.stream()
                .map(q -> new QuotationView(
                        q.plan(),
                        q.text(),
                        positions.apply(q),
                        shared.getOrDefault(new Quotation(q.plan(), q.text()), List.of())))
                .toList();
        return new IndicatorView(
                code, nameZh, nameEn, domain, unit, kind, direction, baseline, target, plans, shown, note, version,
                known, figure);
    }
}
