package cn.quality.gateway.proxy;

import cn.quality.gateway.cache.PublicCache;
import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.edge.Problem;
import cn.quality.gateway.edge.ProblemType;
import cn.quality.gateway.edge.Refusals;
import cn.quality.gateway.identity.TokenDoor;
import cn.quality.gateway.limits.Capacity;
import cn.quality.gateway.limits.Limits;
import cn.quality.gateway.proxy.ProxyConfig.Route;
import cn.quality.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes the requests that belong to a service, and lets them pass once everything that can be known beforehand is in order. */
@Singleton
class Gate {

    /** And after {@link cn.quality.gateway.identity.SessionDoor}, which turns a login into a token. */
    private static final int BEFORE_TOKENS = -4_500;

    private final RouteTable routes;
    private final TokenDoor door;
    private final Limits limits;
    private final Capacity capacity;
    private final PublicCache cache;
    private final Upstreams upstreams;
    private final Refusals refusals;

    Gate(
            RouteTable routes,
            TokenDoor door,
            Limits limits,
            Capacity capacity,
            PublicCache cache,
            Upstreams upstreams,
            Refusals refusals) {
        this.routes = routes;
        this.door = door;
        this.limits = limits;
        this.capacity = capacity;
        this.cache = cache;
        this.upstreams = upstreams;
        this.refusals = refusals;
    }

    void open(@Observes Router router) {
        // Whoever shows no token needs nothing of what Quarkus does about tokens, and is most of the public.
        router.route().order(BEFORE_TOKENS).handler(request -> {
            if (request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
                request.next();
            } else {
                take(request);
            }
        });
        router.route().handler(this::take);
    }

    private void take(RoutingContext request) {
        routes.find(Admission.path(request)).ifPresentOrElse(route -> examine(request, route), request::next);
    }

    private void examine(RoutingContext request, Route route) {
        if (Passage.hasBody(request.request())) {
            request.request().pause(); // until somebody wants it
        }
        door.check(request, route.audience())
                .compose(caller -> limits.debit(request, caller, route.limitClass()))
                .compose(counted -> capacity.enter(request))
                .compose(entered -> announcedBody(request.request(), route))
                .onSuccess(fine -> pass(request, route))
                .onFailure(failure -> refusals.answer(request, failure));
    }

    /** A body that admits to be too large is refused before it is sent. */
    private static Future<Void> announcedBody(HttpServerRequest request, Route route) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return Future.succeededFuture();
        }
        try {
            return Long.parseLong(length) > route.bodyLimit().asLongValue()
                    ? Passage.tooLarge(route).refuse()
                    : Future.succeededFuture();
        } catch (NumberFormatException e) {
            return Problem.of(ProblemType.BAD_REQUEST, "Content-Length 不是数字", "Content-Length is not a number")
                    .refuse();
        }
    }

    private void pass(RoutingContext request, Route route) {
        if ("100-continue".equalsIgnoreCase(request.request().getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        cache.answer(request, route.cache(), errand -> new Passage(request, route, upstreams, errand).begin());
    }
}
