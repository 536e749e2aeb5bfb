package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.Qualifier;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it is reported.
 *
 * @param definition version of the indicator's definition it was counted under; 1 when left out
 * @param value in the unit of the indicator; may be left out where numerator and denominator are given
 * @param qualifier how exactly the value is known; {@code EQ} when left out
 * @param numerator with the denominator: what a rate was counted from, and what it is rolled up by
 * @param level of an ordinal indicator, instead of a value
 * @param unit checked against the indicator's, if given; spreadsheets give it with a percent cell
 * @param status {@code A} when left out
 * @param source the document or system the figure is taken from
 * @param reason why it differs from what was reported before; needed then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewObservation(
        @Schema(examples = "PRD_SUPERV_PASS") @NotNull @Pattern(regexp = IndicatorCode.PATTERN)
        String indicator,

        @Schema(examples = "1") @Min(1) @Max(999) @Nullable Integer definition,

        @Schema(examples = "371102") @NotNull @Pattern(regexp = AreaCode.PATTERN)
        String area,

        @Schema(examples = "2018") @NotNull @Pattern(regexp = Period.PATTERN, message = Period.ACCEPTED)
        String period,

        @Schema(examples = "93.4") @Digits(integer = 15, fraction = 10) @Nullable
        BigDecimal value,

        @Nullable Qualifier qualifier,

        @Schema(examples = "467") @Min(0) @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal numerator,

        @Schema(examples = "500") @Min(0) @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal denominator,

        @Schema(examples = "比较满意") @PlainText @Size(max = 60) @Nullable
        String level,

        @Schema(examples = "%") @PlainText @Size(max = 60) @Nullable
        String unit,

        @Nullable ObservationStatus status,

        @Schema(examples = "日照市市场监督管理局 2018 年度监督抽查通报") @NotNull @PlainText @Size(max = 300)
        String source,

        @Schema(examples = "复核更正") @PlainText @Size(max = 300) @Nullable
        String reason) {

    int definitionVersion() {
        return Objects.requireNonNullElse(definition, 1);
    }

    boolean hasFraction() {
        return numerator != null && denominator != null;
    }
}
