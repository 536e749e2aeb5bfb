package cn.quality.indicator.warning;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which warnings officials ask for; what is left out does not restrict.
 *
 * @param area with all that lies in it
 * @param overdue only those for which something was to be done by a day that is over
 */
record CaseFilter(
        @QueryParam("cause") @Parameter(description = "预警原因 (cause)", example = "FLOOR_BREACH") @Nullable
        Cause cause,

        @QueryParam("state") @Parameter(description = "状态 (state)", example = "RECTIFYING") @Nullable
        WarningState state,

        @QueryParam("indicator")
        @Pattern(regexp = IndicatorCode.PATTERN)
        @Parameter(description = "指标 (indicator)", example = "PRD_SUPERV_PASS")
        @Nullable
        String indicator,

        @QueryParam("area")
        @Pattern(regexp = AreaCode.PATTERN)
        @Parameter(description = "地区，含下辖地区 (area, and what lies in it)", example = "371102")
        @Nullable
        String area,

        @QueryParam("overdue") @DefaultValue("false") @Parameter(description = "只列逾期未办的 (only what is overdue)")
        boolean overdue) {}
