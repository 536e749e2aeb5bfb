package cn.quality.indicator.live;

import java.math.BigDecimal;
import java.util.Optional;

/** How a live figure is read off what was counted. */
public enum LiveMeasure {
    /** How many there are now, whenever they began. */
    COUNT,
    /** How many of those that happened within a period passed. */
    RATE;

    /** Empty where nothing can be said. */
    public Optional<BigDecimal> value(Tally counted) {
        return this == COUNT ? Optional.of(BigDecimal.valueOf(counted.denominator())) : counted.percentage();
    }
}
