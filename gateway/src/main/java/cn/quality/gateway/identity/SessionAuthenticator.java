package cn.quality.gateway.identity;

import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.edge.ProblemWriter;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns a login into what it stands for before anything else handles the request: on the way to a service, the user's
 * access token, which {@link BearerAuthenticator} and the service check like any other; on the way to a page, a {@link SessionCaller}.
 */
@Singleton
public class SessionAuthenticator {

    private static final Logger LOG = Logger.getLogger(SessionAuthenticator.class);

    private static final int FIRST = -5_000;
    private static final List<String> SERVICES = List.of("/api/", "/sdmx/");

    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Csrf csrf;
    private final ProblemWriter problems;

    SessionAuthenticator(Sessions sessions, SessionCookies cookies, Csrf csrf, ProblemWriter problems) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.csrf = csrf;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::authenticate);
    }

    static Optional<Session> session(RoutingContext request) {
        return Optional.ofNullable(request.<@Nullable Session>get(Session.class.getName()));
    }

    /** The access token of the caller of a page, for what the page has to read; fails with a refusal without one. */
    public Future<String> accessToken(RoutingContext request) {
        return session(request)
                .map(session -> sessions.supplied(session)
                        .map(supplied -> supplied.grant().access()))
                .orElseGet(() -> Future.failedFuture(new IllegalStateException("nobody is logged in")));
    }

    private void authenticate(RoutingContext request) {
        var id = cookies.session(request);
        if (id.isEmpty() || request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            request.next();
            return;
        }
        sessions.find(id.get())
                .recover(failure -> {
                    LOG.warnf("Login not looked up: %s", failure.getMessage());
                    return Future.succeededFuture(Optional.empty());
                })
                .compose(found -> found.isEmpty() ? Future.succeededFuture() : attach(request, found.get()))
                .onSuccess(done -> request.next())
                .onFailure(failure -> problems.write(request, failure));
    }

    private Future<Void> attach(RoutingContext request, Session session) {
        if (SERVICES.stream().noneMatch(Admission.path(request)::startsWith)) {
            request.put(Session.class.getName(), session);
            return Future.succeededFuture();
        }
        return csrf.check(request, session)
                .compose(own -> csrf.comesFromUs(request)
                        ? sessions.supplied(session).map(supplied -> {
                            request.request()
                                    .headers()
                                    .set(
                                            HttpHeaders.AUTHORIZATION,
                                            "Bearer " + supplied.grant().access());
                            return null;
                        })
                        // A read that another site caused is answered as if there were no login.
                        : Future.succeededFuture());
    }
}
