package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import java.time.Instant;
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

    /** @param year whose records a rate counts */
    LiveFigureView view(int year, LiveConfig config) {
        var rate = measure == LiveMeasure.RATE;
        var value = source.isConfigured(config) ? measure.value(counted).orElse(null) : null;
        return new LiveFigureView(
                code,
                nameZh,
                nameEn,
                value,
                rate ? counted.numerator() : null,
                rate ? counted.denominator() : null,
                rate ? String.valueOf(year) : null,
                value == null ? MISSING : PROVISIONAL,
                asOf);
    }
}
