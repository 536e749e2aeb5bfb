package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record that counts.
 *
 * @param figure that it counts in
 * @param unit what is counted once, however many records speak of it
 * @param passed whether it counts in the numerator as well; always for a count
 * @param isFinal whether it decides about its unit over records that are not; among equals the latest does
 * @param shown what the public may see of it
 * @param shownUntil the last day on which the public may
 */
record CountedRecord(
        IndicatorCode figure,
        String unit,
        boolean passed,
        boolean isFinal,
        Instant happenedAt,
        LiveRecord shown,
        @Nullable LocalDate shownUntil) {

    /** A record of a count. */
    static CountedRecord one(IndicatorCode figure, String unit, Instant happenedAt, LiveRecord shown) {
        return new CountedRecord(figure, unit, true, false, happenedAt, shown, null);
    }
}
