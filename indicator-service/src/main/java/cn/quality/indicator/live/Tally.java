package cn.quality.indicator.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was counted. Of a count both numbers are the same.
 *
 * @param numerator records that passed
 * @param denominator records in all
 */
@Schema(description = "计数：合格数与总数，非比率的数字两者相同 (what was counted; of a figure that is no rate both are the same)")
public record Tally(
        @Schema(examples = "467") long numerator,
        @Schema(examples = "500") long denominator) {

    static final Tally NOTHING = new Tally(0, 0);

    private static final int DECIMALS = 10;

    Tally plus(Tally other) {
        return new Tally(numerator + other.numerator, denominator + other.denominator);
    }

    public Tally minus(Tally other) {
        return new Tally(numerator - other.numerator, denominator - other.denominator);
    }

    /** In per cent, with as many decimals as an observation of a fraction has; empty for nothing out of nothing. */
    @JsonIgnore
    public Optional<BigDecimal> percentage() {
        if (denominator == 0) {
            return Optional.empty();
        }
        var exact = BigDecimal.valueOf(numerator)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return Optional.of(exact.scale() < 0 ? exact.setScale(0) : exact);
    }
}
