package cn.quality.gateway.routing;

import cn.quality.gateway.cache.CacheHandler;
import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.edge.BodyReader;
import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.identity.BearerAuthenticator;
import cn.quality.gateway.limits.Capacity;
import cn.quality.gateway.limits.Limits;
import cn.quality.gateway.limits.SlowCallers;
import cn.quality.gateway.proxy.BodyIntake;
import cn.quality.gateway.proxy.BodyLimit;
import cn.quality.gateway.proxy.Route;
import cn.quality.gateway.proxy.RouteTable;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes the requests that belong to a service, and hands them on once everything that can be checked beforehand is in order. */
@Singleton
class RouteHandler {

    /** And after {@link cn.quality.gateway.identity.SessionAuthenticator}, which turns a login into a token. */
    private static final int BEFORE_TOKENS = -4_500;

    private final RouteTable routes;
    private final BearerAuthenticator authenticator;
    private final Limits limits;
    private final BodyIntake bodies;
    private final SlowCallers slowCallers;
    private final Capacity capacity;
    private final CacheHandler cache;
    private final ProblemWriter problems;

    RouteHandler(
            RouteTable routes,
            BearerAuthenticator authenticator,
            Limits limits,
            BodyIntake bodies,
            SlowCallers slowCallers,
            Capacity capacity,
            CacheHandler cache,
            ProblemWriter problems) {
        this.routes = routes;
        this.authenticator = authenticator;
        this.limits = limits;
        this.bodies = bodies;
        this.slowCallers = slowCallers;
        this.capacity = capacity;
        this.cache = cache;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        // A request without a token needs nothing of what Quarkus does about tokens, and most of the public's are.
        router.route().order(BEFORE_TOKENS).handler(request -> {
            if (request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
                request.next();
            } else {
                route(request);
            }
        });
        router.route().handler(this::route);
    }

    private void route(RoutingContext request) {
        routes.find(Admission.path(request)).ifPresentOrElse(route -> handle(request, route), request::next);
    }

    private void handle(RoutingContext request, Route route) {
        if (BodyReader.hasBody(request.request())) {
            request.request().pause(); // until it is read
        }
        slowCallers.attach(request);
        authenticator
                .authenticate(request, route.audience())
                .compose(caller -> limits.tryConsume(request, caller, route.limitClass())
                        .compose(counted -> BodyLimit.checkAnnounced(request.request(), route))
                        .compose(fits -> bodies.take(request, route, caller)))
                // Only now, so that callers who are slow with a body take no place from others.
                .compose(taken -> capacity.enter(request))
                .onSuccess(entered -> cache.handle(request, route))
                .onFailure(failure -> problems.write(request, failure));
    }
}
