package cn.quality.standards.group;

import cn.quality.standards.catalogue.Certainty;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
@Schema(name = "GroupTerms", description = "程序参数：自某日起适用 (the numbers of the procedure, from a day on)")
record GroupTerms(
        @Schema(required = true, examples = "2019-01-09") LocalDate validFrom,

        @Schema(required = true, examples = "30") int commentDays,

        @Schema(required = true) Share approval,

        @Schema(required = true) Share quorum,

        @Schema(required = true) boolean barsDraftingUnits,

        @Schema(required = true, examples = "5") int reviewYears,

        @Schema(required = true, examples = "团体标准管理规定（国标委联〔2019〕1号）")
        String source,

        @Schema(required = true) Certainty certainty) {

    /** A part of a whole in integers: nothing is rounded, so three of four are three quarters. */
    @Schema(name = "GroupShare", description = "比例 (a part of a whole)")
    record Share(
            @Schema(required = true, examples = "3") int numerator,

            @Schema(required = true, examples = "4") int denominator) {

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
