package cn.quality.credit.complaint;

import cn.quality.credit.rules.Deadline;
import cn.quality.platform.clock.LegalDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;

/**
 * All that a rule may look at besides the complaint.
 *
 * @param terms the end of a term by its code and first day, as {@code rules.Terms} computes it
 */
record Circumstances(Official official, Instant moment, BiFunction<String, LocalDate, Deadline> terms) {

    /** The legal date of the act. */
    LocalDate today() {
        return LegalDates.on(moment);
    }
}
