package cn.quality.credit.complaint;

import cn.quality.credit.rules.RulesInForce;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;

/**
 * All that a rule may look at besides the complaint.
 *
 * @param role in which the actor acts
 * @param rules rule packs and calendars as they are on file now, read for complaints
 */
record DecisionContext(Actor actor, CaseRole role, Instant moment, RulesInForce rules) {

    /** The complainant, who has no name here and no office. */
    static final Actor COMPLAINANT = Actor.official("", null);

    /** The legal date of the act. */
    LocalDate today() {
        return LegalDates.on(moment);
    }
}
