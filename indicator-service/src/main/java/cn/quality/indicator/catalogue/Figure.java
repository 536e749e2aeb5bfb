package cn.quality.indicator.catalogue;

import cn.quality.indicator.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a plan, as the plan gave it.
 *
 * @param year the year it holds for
 * @param value in the indicator's unit, with the decimals as written; absent for a level without a number
 * @param qualifier goes with the value
 * @param text the plan's wording: {@code 97%以上}
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        @Schema(examples = "2020") @Min(1949) @Max(2100) int year,

        @Schema(examples = "97") @Digits(integer = 15, fraction = 6) @Nullable
        BigDecimal value,

        @Enumerated(EnumType.STRING) @Nullable Qualifier qualifier,

        @Schema(examples = "97%以上") @NotNull @PlainText @Size(max = 200)
        String text) {

    /** {@code 1E+2} and {@code 100} are one way of writing; the database knows only the second. */
    public Figure {
        if (value != null && value.scale() < 0 && value.scale() > -15) {
            value = value.setScale(0);
        }
    }
}
