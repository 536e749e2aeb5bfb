package cn.quality.indicator.observation;

import cn.quality.indicator.catalogue.Qualifier;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a series and a period, as it is stored. It is never changed: whoever knows better adds a revision.
 *
 * @param value in the unit of the indicator; with a fraction it is what the fraction gives
 */
record Observation(
        @Nullable BigDecimal value,
        @Nullable Qualifier qualifier,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String level,
        ObservationStatus status,
        String source) {

    static Observation of(ObservationRule.Reported reported) {
        var item = reported.item();
        var value = reported.value();
        return new Observation(
                value,
                value == null ? null : Objects.requireNonNullElse(item.qualifier(), Qualifier.EQ),
                item.numerator(),
                item.denominator(),
                item.level(),
                reported.status(),
                item.source());
    }

    /** As it is on record. */
    static Observation of(ObservationView view) {
        return new Observation(
                view.value(),
                view.qualifier(),
                view.numerator(),
                view.denominator(),
                view.level(),
                view.status(),
                view.source());
    }

    /** Whether the other says the same; 12.50 is 12.5. */
    boolean saysAs(Observation other) {
        return same(value, other.value)
                && qualifier == other.qualifier
                && same(numerator, other.numerator)
                && same(denominator, other.denominator)
                && Objects.equals(level, other.level)
                && status == other.status
                && source.equals(other.source);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
