package cn.quality.gateway.limits;

import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.identity.Audience;
import cn.quality.gateway.identity.BearerAuthenticator;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
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

    private final BearerAuthenticator authenticator;
    private final Limits limits;
    private final Capacity capacity;
    private final ProblemWriter problems;

    OwnApi(BearerAuthenticator authenticator, Limits limits, Capacity capacity, ProblemWriter problems) {
        this.authenticator = authenticator;
        this.limits = limits;
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
                .compose(caller -> limits.tryConsume(request, caller, "standard"))
                .compose(counted -> lasting ? Future.succeededFuture() : capacity.enter(request))
                .onSuccess(entered -> request.next())
                .onFailure(failure -> problems.write(request, failure));
    }
}
