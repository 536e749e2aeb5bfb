package cn.quality.gateway.limits;

import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.edge.BodyReader;
import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.identity.Audience;
import cn.quality.gateway.identity.BearerAuthenticator;
import cn.quality.gateway.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The gateway's own interface is counted as those of the services are; authorization is up to each of its resources. */
@ApplicationScoped
class OwnApi {

    private static final String PREFIX = "/api/v1/";

    /** Is open for as long as its token holds, and has a bound of its own. */
    private static final String STREAM = PREFIX + "events";

    /** When Quarkus has looked for a token (-200), and before anything is done about the request. */
    private static final int AFTER_TOKENS = -50;

    /** As the services' for JSON. */
    private static final long LARGEST_BODY = 1024 * 1024;

    private final BearerAuthenticator authenticator;
    private final Limits limits;
    private final BodyReader bodies;
    private final SlowCallers slowCallers;
    private final Capacity capacity;
    private final ProblemWriter problems;

    OwnApi(
            BearerAuthenticator authenticator,
            Limits limits,
            BodyReader bodies,
            SlowCallers slowCallers,
            Capacity capacity,
            ProblemWriter problems) {
        this.authenticator = authenticator;
        this.limits = limits;
        this.bodies = bodies;
        this.slowCallers = slowCallers;
        this.capacity = capacity;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_TOKENS).handler(request -> {
            var path = Admission.path(request);
            if (path.startsWith(PREFIX)) {
                count(request, path.equals(STREAM));
            } else {
                request.next();
            }
        });
    }

    private void count(RoutingContext request, boolean lasting) {
        if (!request.request().isEnded()) {
            request.request().pause(); // until the body is read
        }
        authenticator
                .authenticate(request, Audience.ANYBODY)
                .compose(caller ->
                        limits.tryConsume(request, caller, "standard").compose(counted -> takeIn(request, caller)))
                // Only now, so that callers who are slow with a body take no place from others.
                .compose(taken -> lasting ? Future.succeededFuture() : capacity.enter(request))
                .onSuccess(entered -> request.next())
                .onFailure(failure -> problems.write(request, failure));
    }

    /** Whole, so that no thread and no place waits for the rest of it. */
    private Future<Void> takeIn(RoutingContext request, Caller caller) {
        if (!BodyReader.hasBody(request.request())) {
            return Future.succeededFuture();
        }
        return slowCallers
                .takeIn(request, caller)
                .compose(place -> bodies.takeForm(request, LARGEST_BODY).onComplete(end -> place.run()))
                .compose(taken -> {
                    if (!taken.whole()) {
                        return Future.failedFuture(tooLarge());
                    }
                    ((RoutingContextInternal) request).setBody(taken.bytes());
                    return Future.succeededFuture();
                });
    }

    private static Problem tooLarge() {
        return new Problem(
                ProblemTypes.PAYLOAD_TOO_LARGE,
                Text.of("请求内容不得超过 %d 字节", "A body may have %d bytes at most", LARGEST_BODY));
    }
}
