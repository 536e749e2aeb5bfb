package cn.quality.indicator.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was frozen of a figure, beside what is counted of the same period now.
 *
 * @param numerator of a rate
 * @param denominator of a rate
 * @param status A once the period was over, P before, M without a value
 * @param asOf when the latest event that was taken into account happened
 * @param live the live figure of this period
 * @param difference the live figure less the frozen one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FrozenFigure(
        @Schema(examples = "2025") String period,
        @Schema(examples = "1500") @Nullable BigDecimal value,
        @Schema(examples = "467") @Nullable Long numerator,
        @Schema(examples = "500") @Nullable Long denominator,
        @Schema(examples = "A") String status,
        @Nullable Instant asOf,
        Instant frozenAt,
        @Schema(examples = "1520") @Nullable BigDecimal live,
        @Schema(examples = "20") @Nullable BigDecimal difference) {}
