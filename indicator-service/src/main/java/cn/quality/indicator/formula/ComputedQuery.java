package cn.quality.indicator.formula;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which result is asked for.
 *
 * @param asOf what had been published by then; a moment, or a day in Asia/Shanghai (its end)
 */
public record ComputedQuery(
        @QueryParam("area")
        @NotNull
        @Pattern(regexp = AreaCode.PATTERN)
        @Parameter(description = "地区 (area)", example = "371100")
        String area,

        @QueryParam("period")
        @NotNull
        @Pattern(regexp = Period.PATTERN)
        @Parameter(description = "时期 (period)", example = "2018")
        String period,

        @QueryParam("asOf")
        @Parameter(
                description = "截至某一时刻或某日终了已公布的数据 (what had been published at a moment, or at the end of a day)",
                example = "2019-06-30")
        @Nullable
        String asOf) {}
