package cn.quality.credit.complaint;

import cn.quality.credit.rules.Deadline;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;

/**
 * All that a rule may look at besides the complaint.
 *
 * @param role in which the actor acts
 * @param deadlines the deadline by the code of its rule and its first day, as {@code rules.DeadlineCalculator} computes it
 */
record DecisionContext(Actor actor, CaseRole role, Instant moment, BiFunction<String, LocalDate, Deadline> deadlines) {

    /** The complainant, who has no name here and no office. */
    static final Actor COMPLAINANT = Actor.official("", null);

    /** The legal date of the act. */
    LocalDate today() {
        return LegalDates.on(moment);
    }
}
