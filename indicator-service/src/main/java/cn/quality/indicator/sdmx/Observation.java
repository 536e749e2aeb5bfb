package cn.quality.indicator.sdmx;

import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.observation.ObservationStatus;
import cn.quality.indicator.observation.Period;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An observation of a message. What has no number has the status M, and says its words, if it has any, with the source.
 *
 * @param quote source, or the words of a plan
 */
record Observation(Period period, @Nullable BigDecimal value, ObservationStatus status, String quote) {

    private static final Map<Qualifier, String> SIGNS =
            Map.of(Qualifier.EQ, "", Qualifier.GE, "≥ ", Qualifier.GT, "> ", Qualifier.LE, "≤ ", Qualifier.LT, "< ");

    /** The qualifier has no component of its own: 98 that was "98 or more" must not leave as 98. */
    static Observation reported(
            Period period,
            @Nullable BigDecimal value,
            @Nullable Qualifier qualifier,
            @Nullable String level,
            ObservationStatus status,
            String source) {
        if (value == null) {
            return new Observation(period, null, ObservationStatus.M, level == null ? source : level + "；" + source);
        }
        var sign = Objects.requireNonNullElse(SIGNS.get(Objects.requireNonNullElse(qualifier, Qualifier.EQ)), "");
        return new Observation(
                period, value, status, sign.isEmpty() ? source : sign + value.toPlainString() + "；" + source);
    }

    static Observation planned(Figure figure) {
        return new Observation(
                Period.year(figure.year()),
                figure.value(),
                figure.value() == null ? ObservationStatus.M : ObservationStatus.A,
                figure.text());
    }

    String attribute(Component attribute) {
        return switch (attribute) {
            case OBS_STATUS -> status.name();
            case CONF_STATUS -> Catalogue.FREE;
            case SOURCE_QUOTE -> quote;
            default -> throw new IllegalArgumentException(attribute + " is no attribute of an observation");
        };
    }
}
