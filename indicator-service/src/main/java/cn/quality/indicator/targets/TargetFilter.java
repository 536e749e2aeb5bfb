package cn.quality.indicator.targets;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.plan.PlanId;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which targets are asked for; what is left out does not restrict. */
public record TargetFilter(
        @QueryParam("plan")
        @Pattern(regexp = PlanId.PATTERN)
        @Parameter(description = "规划 (plan)", example = "quality-2016-2020")
        @Nullable
        String plan,

        @QueryParam("indicator")
        @Pattern(regexp = IndicatorCode.PATTERN)
        @Parameter(description = "指标 (indicator)", example = "PRD_SUPERV_PASS")
        @Nullable
        String indicator,

        @QueryParam("area")
        @Pattern(regexp = AreaCode.PATTERN)
        @Parameter(description = "地区 (area)", example = "371100")
        @Nullable
        String area,

        @QueryParam("kind") @Parameter(description = "目标类型 (kind)", example = "REACH") @Nullable
        TargetKind kind) {}
