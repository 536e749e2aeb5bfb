package cn.quality.indicator.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A scoring rule as it is sent: its form, and the figures that form needs.
 *
 * @param measure how the figure is reported; with LINEAR, ALL_HALF_NONE and THRESHOLD
 * @param baseline with LINEAR: what scores nothing
 * @param target with LINEAR: what scores everything
 * @param all with ALL_HALF_NONE: the limit for everything
 * @param half with ALL_HALF_NONE: the limit for half
 * @param limit with THRESHOLD
 * @param sense with ALL_HALF_NONE and THRESHOLD: on which side of the limit the figure should be
 * @param perItem with DEDUCTION and BONUS: points for one item
 * @param cap with BONUS: the most it can add
 * @param grade with VETO: what one event leads to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewRule(
        @NotNull RuleForm form,
        @Nullable Measure measure,

        @Schema(examples = "93.2") @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal baseline,

        @Schema(examples = "97") @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal target,

        @Digits(integer = 15, fraction = 6) @Nullable BigDecimal all,
        @Digits(integer = 15, fraction = 6) @Nullable BigDecimal half,
        @Digits(integer = 15, fraction = 6) @Nullable BigDecimal limit,
        @Nullable Sense sense,
        @Digits(integer = 15, fraction = 6) @Nullable BigDecimal perItem,
        @Digits(integer = 15, fraction = 6) @Nullable BigDecimal cap,
        @Size(max = 10) @Nullable String grade) {}
