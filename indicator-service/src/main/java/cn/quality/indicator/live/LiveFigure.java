package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure and what is counted of it. Which figures exist is data of the migrations.
 *
 * @param version one more whenever its counters move
 */
record LiveFigure(
        IndicatorCode code,
        String nameZh,
        String nameEn,
        LiveMeasure measure,
        LiveSource source,
        long version,
        @Nullable Instant asOf,
        Tally counted) {

    private static final String PROVISIONAL = "P";
    private static final String MISSING = "M";

    /** Empty where nothing can be said. */
    Optional<BigDecimal> value(LiveConfig config) {
        return source.isConfigured(config) ? measure.value(counted) : Optional.empty();
    }

    /** @param window that a rate counts the records of */
    LiveFigureView view(LiveWindow window, LiveConfig config, List<FrozenFigure> frozen) {
        var rate = measure == LiveMeasure.RATE;
        var value = value(config).orElse(null);
        return new LiveFigureView(
                code,
                nameZh,
                nameEn,
                value,
                rate ? counted.numerator() : null,
                rate ? counted.denominator() : null,
                rate ? window.name() : null,
                value == null ? MISSING : PROVISIONAL,
                asOf,
                version,
                frozen);
    }
}
