package cn.quality.standards.supervision;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a policy may look at besides the case.
 *
 * @param duties that the actor's roles carry
 */
record DecisionContext(Actor actor, Set<Duty> duties, Instant moment) {

    LocalDate today() {
        return LegalDates.on(moment);
    }
}
