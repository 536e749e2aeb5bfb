package cn.quality.indicator.round;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.PlainText;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A round to be opened.
 *
 * @param deadline its last day, whole, in Asia/Shanghai
 */
record NewRound(
        @Schema(examples = "2019年度质量指标填报") @NotNull @PlainText @Size(max = 100)
        String title,

        @Schema(examples = "2019") @NotNull @Pattern(regexp = Period.PATTERN)
        String period,

        @Schema(examples = "2020-02-10") @NotNull LocalDate deadline,

        @NotNull @NotEmpty @Size(max = 500) List<@NotNull @Valid NewTask> tasks) {

    Period readPeriod() {
        return Period.parse(period).orElseThrow();
    }

    /** @param department that reports for the area, where it is no county that reports */
    @Schema(name = "NewRoundTask")
    record NewTask(
            @Schema(examples = "371102") @NotNull @Pattern(regexp = AreaCode.PATTERN)
            String area,

            @Schema(examples = "日照市市场监督管理局") @PlainText @Size(max = 60) @Nullable
            String department,

            @NotNull @NotEmpty @Size(max = 500) List<@NotNull @Valid Asked> indicators) {}

    /** @param definition version of the indicator's definition it is to be counted under; 1 when left out */
    @Schema(name = "AskedIndicator")
    record Asked(
            @Schema(examples = "PRD_SUPERV_PASS") @NotNull @Pattern(regexp = IndicatorCode.PATTERN)
            String indicator,

            @Schema(examples = "1") @Min(1) @Max(999) @Nullable
            Integer definition) {

        int definitionVersion() {
            return Objects.requireNonNullElse(definition, 1);
        }

        IndicatorCode code() {
            return new IndicatorCode(indicator);
        }
    }
}
