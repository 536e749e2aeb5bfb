package cn.quality.indicator.official;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * All that a rule may look at besides the thing that is acted upon.
 *
 * @param roles that the actor has; a person may have several
 * @param department of the actor
 */
public record DecisionContext(Actor actor, Set<OfficialRole> roles, Optional<String> department, Instant moment) {

    /** A day lasts as long as it does in Asia/Shanghai. */
    public LocalDate today() {
        return LegalDates.on(moment);
    }
}
