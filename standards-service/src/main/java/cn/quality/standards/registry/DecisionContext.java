package cn.quality.standards.registry;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * All that a policy may look at besides the entry.
 *
 * @param roles that the actor has; a person may have several
 */
record DecisionContext(Actor actor, Set<RegistryRole> roles, Instant moment) {

    LocalDate today() {
        return LegalDates.on(moment);
    }
}
