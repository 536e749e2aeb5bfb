package cn.quality.gateway.identity;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * The caller of a page, known by a login.
 *
 * @param csrf for the forms of the page
 */
public record SessionCaller(UserClaims user, String csrf) {

    public static Optional<SessionCaller> of(RoutingContext request) {
        return SessionAuthenticator.session(request)
                .map(session -> new SessionCaller(session.profile(), session.csrf()));
    }
}
