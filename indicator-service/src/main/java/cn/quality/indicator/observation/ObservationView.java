package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.Qualifier;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it is shown.
 *
 * @param definition version of the indicator's definition it was counted under
 * @param value in the unit of the indicator; absent where the figure is missing or is a level
 * @param publishedAt absent as long as only officials see it
 * @param revised what it replaced, where it was revised
 * @param supersededAt when it was revised itself; absent for the newest
 * @param recorded who brought it in; shown to officials alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObservationView(
        IndicatorCode indicator,
        @Schema(examples = "1") int definition,
        AreaCode area,
        Frequency frequency,
        Period period,
        @Schema(examples = "93.4") @Nullable BigDecimal value,
        @Nullable Qualifier qualifier,
        @Schema(examples = "467") @Nullable BigDecimal numerator,
        @Schema(examples = "500") @Nullable BigDecimal denominator,
        @Schema(examples = "比较满意") @Nullable String level,
        ObservationStatus status,
        @Schema(examples = "日照市市场监督管理局 2018 年度监督抽查通报") String source,
        @Nullable Instant publishedAt,
        @Nullable Revised revised,
        @Nullable Instant supersededAt,
        @Nullable Recorded recorded) {

    /** The figure of the period that ended last; of two that ended together, the longer one's. */
    public static final Comparator<ObservationView> BY_END = Comparator.comparing(
                    (ObservationView figure) -> figure.period().last())
            .thenComparing(figure -> figure.frequency().months());

    /**
     * The mark of a revision: revised on …, was 93.4, because ….
     *
     * @param on in Asia/Shanghai
     * @param was the value before; absent where there was none
     * @param wasLevel the level before, of an ordinal indicator
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Revised(
            @Schema(examples = "2019-03-02") LocalDate on,
            @Schema(examples = "93.4") @Nullable BigDecimal was,
            @Nullable String wasLevel,
            ObservationStatus wasStatus,
            @Schema(examples = "复核更正") String because) {}

    /** @param revision 1 for the first, one more for each that came in, published or not */
    public record Recorded(
            @Schema(examples = "2") int revision,
            Instant at,
            @Schema(examples = "statistician") String by) {}
}
