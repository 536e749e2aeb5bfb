package cn.quality.indicator.freeze;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.live.Freeze;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was frozen, by whom and why; for officials.
 *
 * @param numerator of a rate
 * @param denominator of a rate
 * @param asOf when the latest event that was taken into account happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LiveFreeze")
record FreezeView(
        UUID id,
        IndicatorCode figure,
        @Schema(examples = "2025") String period,
        @Schema(examples = "93.4") @Nullable BigDecimal value,
        @Schema(examples = "467") long numerator,
        @Schema(examples = "500") long denominator,
        @Schema(examples = "A") String status,
        @Nullable Instant asOf,
        @Schema(examples = "2025年度质量工作考核评审") String reason,
        Instant frozenAt,
        @Schema(examples = "city-reviewer") String frozenBy) {

    static FreezeView of(Freeze freeze) {
        return new FreezeView(
                freeze.id(),
                freeze.figure(),
                freeze.window().name(),
                freeze.value(),
                freeze.counted().numerator(),
                freeze.counted().denominator(),
                freeze.status(),
                freeze.asOf(),
                freeze.reason(),
                freeze.frozenAt(),
                freeze.frozenBy());
    }
}
