package cn.quality.indicator.warning;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.targets.TargetId;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which public warnings are asked for; what is left out does not restrict. */
record WarningFilter(
        @QueryParam("cause") @Parameter(description = "预警原因 (cause)", example = "FLOOR_BREACH") @Nullable
        Cause cause,

        @QueryParam("state") @Parameter(description = "状态 (state)", example = "RECTIFYING") @Nullable
        WarningState state,

        @QueryParam("indicator")
        @Pattern(regexp = IndicatorCode.PATTERN)
        @Parameter(description = "指标 (indicator)", example = "PRD_SUPERV_PASS")
        @Nullable
        String indicator,

        @QueryParam("target")
        @Pattern(regexp = TargetId.PATTERN)
        @Parameter(description = "目标 (target)", example = "quality-2016-2020.prd-superv-pass")
        @Nullable
        String target,

        @QueryParam("area")
        @Pattern(regexp = AreaCode.PATTERN)
        @Parameter(description = "地区 (area)", example = "371102")
        @Nullable
        String area,

        @QueryParam("period")
        @Pattern(regexp = Period.PATTERN, message = Period.ACCEPTED)
        @Parameter(description = "时期 (period)", example = "2019")
        @Nullable
        String period) {}
