package cn.quality.indicator.assessment;

import cn.quality.indicator.PlainText;
import cn.quality.indicator.scheme.Fraction;
import cn.quality.indicator.scheme.NewNode;
import cn.quality.indicator.scheme.ScoringRule;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an area reports for one indicator of the sheet: exactly what the indicator's rule asks for, or that it does not apply.
 *
 * @param node the row of the sheet
 * @param value of an indicator that is one number
 * @param numerator of a rate
 * @param denominator of a rate
 * @param count how many: items missing, events, items that earn a bonus
 * @param document its title and number
 * @param notApplicable why the indicator does not apply to this area
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        @Schema(examples = "T1") @NotNull @Pattern(regexp = NewNode.CODE)
        String node,

        @Schema(examples = "96.5") @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal value,

        @Schema(examples = "386") @PositiveOrZero @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal numerator,

        @Schema(examples = "400") @PositiveOrZero @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal denominator,

        @Schema(examples = "0") @PositiveOrZero @Nullable Integer count,

        @Schema(examples = "日政发〔2025〕1号") @PlainText @Size(max = 300) @Nullable
        String document,

        @Schema(examples = "辖区内没有耕地") @PlainText @Size(max = 300) @Nullable
        String notApplicable) {

    static Entry value(String node, String value) {
        return new Entry(node, new BigDecimal(value), null, null, null, null, null);
    }

    static Entry rate(String node, long numerator, long denominator) {
        return new Entry(node, null, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), null, null, null);
    }

    static Entry count(String node, int count) {
        return new Entry(node, null, null, null, count, null, null);
    }

    static Entry document(String node, String document) {
        return new Entry(node, null, null, null, null, document, null);
    }

    static Entry notApplicable(String node, String reason) {
        return new Entry(node, null, null, null, null, null, reason);
    }

    @JsonIgnore
    boolean isNotApplicable() {
        return notApplicable != null;
    }

    /** What the rule is asked about; a document that is there counts as one. */
    Fraction figure(ScoringRule rule) {
        return switch (rule.quantity()) {
            case VALUE -> Fraction.of(Objects.requireNonNull(value));
            case RATE ->
                Fraction.of(Objects.requireNonNull(numerator))
                        .times(Fraction.HUNDRED)
                        .over(Fraction.of(Objects.requireNonNull(denominator)));
            case COUNT -> Fraction.of(Objects.requireNonNull(count));
            case DOCUMENT -> Fraction.ONE;
        };
    }
}
