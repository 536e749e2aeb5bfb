package cn.quality.standards.group;

import cn.quality.standards.catalogue.Certainty;
import java.time.LocalDate;

/**
 * The numbers of the procedure, as they hold from a day on.
 *
 * @param commentDays days of public comments at least, each whole
 * @param approval share of those present that must approve
 * @param quorum share of those invited, and not barred, that must be present
 * @param barsDraftingUnits whether colleagues of the drafters are barred from voting too
 * @param reviewYears years after which a standard is reviewed at the latest
 * @param source where the numbers stand
 */
record GroupTerms(
        LocalDate validFrom,
        int commentDays,
        Share approval,
        Share quorum,
        boolean barsDraftingUnits,
        int reviewYears,
        String source,
        Certainty certainty) {

    /** A part of a whole in integers: nothing is rounded, so three of four are three quarters. */
    record Share(int numerator, int denominator) {

        /** Whether {@code part} of {@code whole} is at least this share; of nobody it is nothing. */
        boolean isReachedBy(int part, int whole) {
            return whole > 0 && (long) part * denominator >= (long) whole * numerator;
        }

        @Override
        public String toString() {
            return numerator + "/" + denominator;
        }
    }

    /** The last day of a consultation that is made public on this day at the earliest: the next day counts as the first. */
    LocalDate earliestEnd(LocalDate publishedOn) {
        return publishedOn.plusDays(commentDays);
    }

    LocalDate reviewDue(LocalDate from) {
        return from.plusYears(reviewYears);
    }
}
