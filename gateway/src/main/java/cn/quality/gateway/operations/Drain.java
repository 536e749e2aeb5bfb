package cn.quality.gateway.operations;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The orderly end. First readiness says no, for {@code quarkus.shutdown.delay}, so that the load balancer sends nothing more;
 * meanwhile everything is answered and every answer closes its connection. Then Quarkus takes nothing new, and what runs may
 * finish within {@code quarkus.shutdown.timeout}.
 */
@Singleton
class Drain {

    /** Within the observer and before admission. */
    private static final int SECOND = 15_000;

    private volatile boolean leaving;

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    void stand(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (leaving) {
                        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                    }
                    request.next();
                },
                SECOND);
    }
}
