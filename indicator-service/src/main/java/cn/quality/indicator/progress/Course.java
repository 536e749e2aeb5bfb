package cn.quality.indicator.progress;

import cn.quality.indicator.targets.Trajectory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/**
 * The way of a value from the end of the baseline's year to the end of the target's. Time is counted in calendar years, and
 * in days within a year: the end of 2018 is three fifths of the way from 2015 to 2020, leap years or not.
 */
record Course(Trajectory trajectory, int fromYear, BigDecimal from, int toYear, BigDecimal to) {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** Where the value is expected to be at the end of a day; never before the baseline or behind the target. */
    BigDecimal expectedAt(LocalDate day) {
        if (day.getYear() <= fromYear) {
            return from;
        }
        if (!day.isBefore(LocalDate.of(toYear, 12, 31))) {
            return to;
        }
        return switch (trajectory.method()) {
            case LINEAR -> from.add(to.subtract(from).multiply(daysOf(day)).divide(wayIn(day), EXACT), EXACT);
            case COMPOUND ->
                from.multiply(Powers.of(to.divide(from, EXACT), daysOf(day).divide(wayIn(day), EXACT)), EXACT);
            case STEP -> step(day);
        };
    }

    /** Time that has passed, in days of this day's year: a leap year's are shorter. */
    private BigDecimal daysOf(LocalDate day) {
        return BigDecimal.valueOf((day.getYear() - fromYear - 1L) * day.lengthOfYear() + day.getDayOfYear());
    }

    /** The whole time, in days of this day's year. */
    private BigDecimal wayIn(LocalDate day) {
        return BigDecimal.valueOf((toYear - fromYear) * (long) day.lengthOfYear());
    }

    private BigDecimal step(LocalDate day) {
        var value = from;
        for (var step : trajectory.steps()) {
            if (!day.isBefore(LocalDate.of(step.year(), 12, 31))) {
                value = step.value();
            }
        }
        return value;
    }
}
