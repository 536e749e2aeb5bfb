package cn.quality.gateway.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * One login of one person.
 *
 * @param id what the browser shows for it; a secret
 * @param elsewhere the identity service's own number for the login
 * @param seen when it was last used, to the minute
 */
record Session(String id, Profile profile, Grant grant, String elsewhere, Instant began, Instant seen) {

    private static final String CSRF = "csrf";

    /** What a form must carry to be this login's own. */
    String csrf() {
        return Secrets.derived(id, CSRF);
    }

    boolean isOver(Instant now, Duration idle, Duration lifetime) {
        return !now.isBefore(seen.plus(idle)) || !now.isBefore(began.plus(lifetime));
    }

    Session seenAt(Instant now) {
        return new Session(id, profile, grant, elsewhere, began, now);
    }

    Session with(Grant newer) {
        return new Session(id, profile, newer, elsewhere, began, seen);
    }

    @Override
    public String toString() {
        return "Session[of " + profile.subject() + "]";
    }
}
