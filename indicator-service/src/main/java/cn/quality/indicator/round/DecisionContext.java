package cn.quality.indicator.round;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * All that a rule may look at besides the task.
 *
 * @param roles that the actor has; a person may have several
 * @param department of the actor
 */
record DecisionContext(Actor actor, Set<TaskRole> roles, Optional<String> department, Instant moment) {

    /** A day lasts as long as it does in Asia/Shanghai. */
    LocalDate today() {
        return LegalDates.on(moment);
    }
}
