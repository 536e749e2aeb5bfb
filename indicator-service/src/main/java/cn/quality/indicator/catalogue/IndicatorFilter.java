package cn.quality.indicator.catalogue;

import cn.quality.indicator.plan.PlanId;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which indicators are asked for; what is left out does not restrict. */
public record IndicatorFilter(
        @QueryParam("domain")
        @Pattern(regexp = NewIndicator.DOMAIN)
        @Parameter(description = "领域 (domain)", example = "product")
        @Nullable
        String domain,

        @QueryParam("plan")
        @Pattern(regexp = PlanId.PATTERN)
        @Parameter(description = "规划 (plan)", example = "quality-2016-2020")
        @Nullable
        String plan,

        @QueryParam("q")
        @Size(max = 100)
        @Pattern(regexp = "^[^\\p{Cc}\\p{Cs}]*$")
        @Parameter(description = "代码或名称中的文字 (words of the code or of a name)", example = "合格")
        @Nullable
        String q,

        @QueryParam("hasTarget")
        @Pattern(regexp = "^(true|false)$")
        @Parameter(description = "是否设有目标 (with a target or without)", example = "true")
        @Nullable
        String hasTarget) {}
