package cn.quality.indicator.warning;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.FigureListener.FigureKey;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.observation.SeriesKey;
import cn.quality.indicator.round.OverdueReportService.Overdue;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a warning is about; there is one for each of these at a time.
 *
 * @param definition version of the indicator's definition
 * @param target that is not kept; none for a sudden change
 * @param task that is late, instead of an indicator
 * @param department that is late
 */
record WarningSubject(
        Cause cause,
        @Nullable String indicator,
        @Nullable Integer definition,
        @Nullable String target,
        @Nullable UUID task,
        AreaCode area,
        @Nullable String department,
        Period period) {

    static WarningSubject of(FigureKey figure, Finding finding) {
        var series = figure.series();
        return new WarningSubject(
                finding.cause(),
                series.indicator().value(),
                series.definition(),
                finding.target().map(Object::toString).orElse(null),
                null,
                series.area(),
                null,
                figure.period());
    }

    /** The figure it stands on; of a warning that stands on one. */
    FigureKey figure() {
        return new FigureKey(
                new SeriesKey(
                        new IndicatorCode(Objects.requireNonNull(indicator)),
                        Objects.requireNonNull(definition),
                        area,
                        period.frequency()),
                period);
    }

    static WarningSubject of(Overdue late) {
        return new WarningSubject(
                Cause.OVERDUE_REPORT,
                null,
                null,
                null,
                late.task(),
                late.area(),
                late.department().orElse(null),
                late.period());
    }
}
