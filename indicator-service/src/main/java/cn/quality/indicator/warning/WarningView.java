package cn.quality.indicator.warning;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.targets.TargetId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A warning as the public sees it: what the published figures say, and how far its rectification is.
 *
 * @param definition version of the indicator's definition
 * @param target that is not kept; absent for a sudden change
 * @param state {@code WITHDRAWN} as soon as the published figures do not say so any more
 * @param publishedAt since when the published figures say so
 * @param withdrawnAt since when they do not any more
 * @param withdrawnBecause why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WarningView", description = "预警 (a warning)")
record WarningView(
        UUID id,
        Cause cause,
        IndicatorCode indicator,
        @Schema(examples = "1") int definition,
        @Nullable TargetId target,
        AreaCode area,
        Period period,
        WarningState state,
        Evidence evidence,
        Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable BilingualText withdrawnBecause) {}
