package cn.quality.gateway.identity;

import cn.quality.platform.digest.Secrets;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * One login of one user. Its JSON is stored; gateways of the version before read it, too.
 *
 * @param id what the browser shows for it; a secret
 * @param providerSession the identity service's own id of the login (claim {@code sid})
 * @param seen when it was last used, to the minute
 */
record Session(
        String id,
        UserClaims profile,
        Grant grant,
        @JsonProperty("elsewhere") String providerSession,
        Instant began,
        Instant seen) {

    private static final String CSRF = "csrf";

    /** What a form must carry to be this login's own. */
    String csrf() {
        return Secrets.derived(id, CSRF);
    }

    boolean isOver(Instant now, Duration idle, Duration lifetime) {
        return !now.isBefore(seen.plus(idle)) || !now.isBefore(began.plus(lifetime));
    }

    Session seenAt(Instant now) {
        return new Session(id, profile, grant, providerSession, began, now);
    }

    Session with(Grant newer) {
        return new Session(id, profile, newer, providerSession, began, seen);
    }

    @Override
    public String toString() {
        return "Session[of " + profile.subject() + "]";
    }
}
