package cn.quality.standards.group;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * All that a rule may look at besides the project.
 *
 * @param roles that the actor has; a person may have several
 * @param uscc of the body that the actor works for
 * @param body whose project it is, as it stands
 * @param unanswered comments on the project that nobody has answered
 */
record GroupContext(
        Actor actor,
        Set<GroupRole> roles,
        Optional<String> uscc,
        BodyStanding body,
        long unanswered,
        GroupTerms terms,
        Instant moment) {

    /** A day lasts as long as it does in Asia/Shanghai. */
    LocalDate today() {
        return LegalDates.on(moment);
    }

    /** The same as the system itself sees it, when one act follows from another. */
    GroupContext asSystem() {
        return new GroupContext(Actor.SYSTEM, Set.of(), Optional.empty(), body, unanswered, terms, moment);
    }
}
