package cn.quality.credit.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days that a period does not count, as the time of an appraisal.
 *
 * @param from day on which it begins; the day of an event is not counted, so this day still belongs to the period
 * @param to its last day
 */
public record Suspension(LocalDate from, LocalDate to) {

    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
