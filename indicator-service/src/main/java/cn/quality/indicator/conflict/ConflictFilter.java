package cn.quality.indicator.conflict;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.plan.PlanId;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which conflicts are asked for; what is left out does not restrict. */
public record ConflictFilter(
        @QueryParam("indicator")
        @Pattern(regexp = IndicatorCode.PATTERN)
        @Parameter(description = "涉及的指标 (indicator that is named)", example = "STD_GOOD_TOTAL_Q")
        @Nullable
        String indicator,

        @QueryParam("plan")
        @Pattern(regexp = PlanId.PATTERN)
        @Parameter(description = "涉及的规划 (plan that is quoted)", example = "quality-2016-2020")
        @Nullable
        String plan) {}
