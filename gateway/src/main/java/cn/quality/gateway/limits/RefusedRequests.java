package cn.quality.gateway.limits;

import cn.quality.gateway.edge.RefusalLimit;
import cn.quality.gateway.identity.Caller;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Counts a refused request with all others of its caller, unless that was done already. */
@Singleton
class RefusedRequests implements RefusalLimit {

    private final Limits limits;

    RefusedRequests(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Future<Void> count(RoutingContext request) {
        return Limits.isCounted(request)
                ? Future.succeededFuture()
                : limits.tryConsume(request, Caller.of(request), "standard");
    }
}
