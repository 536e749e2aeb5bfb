package cn.quality.indicator.round;

import cn.quality.indicator.PlainText;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.observation.ObservationStatus;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter enters into a cell; it replaces what was there, and nothing at all empties the cell. What it must be is
 * checked when the task is submitted, so that a draft may be unfinished.
 *
 * @param status {@code M} where the unit has no figure, which is no zero; {@code A} when left out
 * @param remark explains what is remarkable about the figure
 */
record NewCell(
        @Schema(examples = "93.4") @Digits(integer = 15, fraction = 10) @Nullable
        BigDecimal value,

        @Nullable Qualifier qualifier,

        @Schema(examples = "467") @Min(0) @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal numerator,

        @Schema(examples = "500") @Min(0) @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal denominator,

        @Schema(examples = "比较满意") @PlainText @Size(max = 60) @Nullable
        String level,

        @Nullable ObservationStatus status,

        @Schema(examples = "示例：新增三个抽查品类") @PlainText @Size(max = 300) @Nullable
        String remark) {}
