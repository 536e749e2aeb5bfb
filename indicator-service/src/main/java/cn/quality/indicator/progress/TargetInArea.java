package cn.quality.indicator.progress;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.EndedPeriods;
import cn.quality.indicator.targets.TargetView;
import java.time.LocalDate;
import java.util.Optional;

/** A target, and the area whose figures are held against it. */
public record TargetInArea(TargetView target, AreaCode area) {

    /** The figures that may be judged on a day: after the target date none of a later period. */
    EndedPeriods ended(LocalDate day) {
        var deadline = Optional.ofNullable(target.figure()).map(figure -> LocalDate.of(figure.year(), 12, 31));
        return new EndedPeriods(
                target.indicator(),
                target.definition(),
                area,
                deadline.filter(day::isAfter).orElse(day));
    }
}
