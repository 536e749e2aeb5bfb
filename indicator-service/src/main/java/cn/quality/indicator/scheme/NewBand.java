package cn.quality.indicator.scheme;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A grade and the rounded score it begins at.
 *
 * @param from it and everything up to the next better grade
 */
public record NewBand(
        @Schema(examples = "A") @NotNull @Pattern(regexp = "^[A-Z][A-Z0-9+-]{0,9}$")
        String grade,

        @Schema(examples = "90") @NotNull @DecimalMin("0") @Digits(integer = 15, fraction = 6)
        BigDecimal from) {}
