package cn.quality.gateway.proxy;

import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.edge.Problem;
import cn.quality.gateway.edge.ProblemType;
import cn.quality.gateway.edge.Refusals;
import cn.quality.gateway.proxy.ProxyConfig.Route;
import cn.quality.gateway.upstream.Upstreams;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Takes the requests that belong to a service, and lets them pass once everything that can be known beforehand is in order. */
@ApplicationScoped
class Gate {

    private final RouteTable routes;
    private final TokenDoor door;
    private final Upstreams upstreams;
    private final Refusals refusals;

    Gate(RouteTable routes, TokenDoor door, Upstreams upstreams, Refusals refusals) {
        this.routes = routes;
        this.door = door;
        this.upstreams = upstreams;
        this.refusals = refusals;
    }

    void open(@Observes Router router) {
        router.route()
                .handler(request -> routes.find(Admission.path(request))
                        .ifPresentOrElse(route -> examine(request, route), request::next));
    }

    private void examine(RoutingContext request, Route route) {
        door.check(
                request,
                route.audience(),
                refusal -> refusal.or(() -> announcedBody(request.request(), route))
                        .ifPresentOrElse(problem -> refusals.answer(request, problem), () -> pass(request, route)));
    }

    /** A body that admits to be too large is refused before it is sent. */
    private static Optional<Problem> announcedBody(HttpServerRequest request, Route route) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return Optional.empty();
        }
        try {
            return Long.parseLong(length) > route.bodyLimit().asLongValue()
                    ? Optional.of(Passage.tooLarge(route))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of(
                    Problem.of(ProblemType.BAD_REQUEST, "Content-Length 不是数字", "Content-Length is not a number"));
        }
    }

    private void pass(RoutingContext request, Route route) {
        if ("100-continue".equalsIgnoreCase(request.request().getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        new Passage(request, route, upstreams).begin();
    }
}
