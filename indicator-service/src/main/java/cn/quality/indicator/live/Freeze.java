package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live figure as a review froze it.
 *
 * @param status A once the period is over, P before, M without a value
 * @param isFinal whether the period was over: then it is not frozen again
 * @param asOf when the latest event that was taken into account happened
 */
public record Freeze(
        UUID id,
        IndicatorCode figure,
        LiveWindow window,
        @Nullable BigDecimal value,
        Tally counted,
        String status,
        boolean isFinal,
        @Nullable Instant asOf,
        String reason,
        Instant frozenAt,
        String frozenBy) {}
