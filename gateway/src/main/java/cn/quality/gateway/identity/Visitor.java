package cn.quality.gateway.identity;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Somebody who is logged in and looks at a page.
 *
 * @param csrf for the forms of the page
 */
public record Visitor(Profile profile, String csrf) {

    public static Optional<Visitor> of(RoutingContext request) {
        return SessionDoor.session(request).map(session -> new Visitor(session.profile(), session.csrf()));
    }
}
