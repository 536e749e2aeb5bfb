package cn.quality.gateway.operations;

import cn.quality.gateway.edge.Problem;
import cn.quality.gateway.edge.ProblemType;
import cn.quality.gateway.edge.Refusals;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * The orderly end. First readiness says no, for a while, so that whoever balances sends nothing more; every answer then
 * closes its connection. After that new requests are refused with 503, and those that run may finish, up to
 * {@code quarkus.shutdown.timeout}.
 */
@ApplicationScoped
class Drain {

    /** Within the watch and before admission. */
    private static final int SECOND = 15_000;

    private static final int LATER = 1;

    private final Refusals refusals;
    private volatile boolean leaving;
    private volatile boolean closed;

    Drain(Refusals refusals) {
        this.refusals = refusals;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::pass, SECOND);
    }

    void leaving(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    void closed(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        closed = true;
    }

    private void pass(RoutingContext request) {
        if (leaving || closed) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (closed) {
            refusals.answer(
                    request,
                    Problem.of(ProblemType.UNAVAILABLE, "网关正在停止，请稍后再试", "The gateway is stopping")
                            .retryAfter(LATER));
        } else {
            request.next();
        }
    }
}
