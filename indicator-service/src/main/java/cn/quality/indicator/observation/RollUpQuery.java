package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is to be rolled up: the areas are those that lay in this one on the last day of the period. */
public record RollUpQuery(
        @QueryParam("indicator")
        @NotNull
        @Pattern(regexp = IndicatorCode.PATTERN)
        @Parameter(description = "指标 (indicator)", example = "PRD_SUPERV_PASS")
        String indicator,

        @QueryParam("definition")
        @DefaultValue("1")
        @Min(1)
        @Max(999)
        @Parameter(description = "口径版本 (version of its definition)", example = "1")
        int definition,

        @QueryParam("area")
        @NotNull
        @Pattern(regexp = AreaCode.PATTERN)
        @Parameter(description = "汇总到的地区 (the area it is rolled up to)", example = "371100")
        String area,

        @QueryParam("period")
        @NotNull
        @Pattern(regexp = Period.PATTERN, message = Period.ACCEPTED)
        @Parameter(description = "时期 (period)", example = "2019")
        String period,

        @QueryParam("asOf")
        @Parameter(
                description = "截至某一时刻或某日终了的数据 (as it stood at a moment, or at the end of a day)",
                example = "2020-06-30")
        @Nullable
        String asOf) {

    /** The published figures of all areas in this period. */
    ObservationFilter everywhere() {
        return new ObservationFilter(indicator, definition, null, null, period, period, asOf, null, false);
    }
}
