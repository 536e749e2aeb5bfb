package cn.quality.gateway.limits;

import cn.quality.gateway.edge.RefusalLimit;
import cn.quality.gateway.identity.Caller;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Counts a refused request with all others of its caller, unless that was done already. */
@Singleton
class RefusedRequests implements RefusalLimit {

    private static final String LIMIT_CLASS = "standard";

    private final Limits limits;

    RefusedRequests(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Future<Void> count(RoutingContext request) {
        return Limits.isCounted(request)
                ? Future.succeededFuture()
                : limits.tryConsume(request, Caller.of(request), LIMIT_CLASS);
    }

    @Override
    public Optional<Map<String, String>> countUnreadable(String address) {
        return limits.tryConsumeHere(new Caller.Anonymous(address), LIMIT_CLASS);
    }
}
