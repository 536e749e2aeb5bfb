package cn.quality.gateway.limits;

import cn.quality.gateway.edge.GatewayProblems;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The step at which a request is refused because too many are under way. */
@Singleton
public class Capacity {

    private final int bound;
    private final AtomicInteger underWay = new AtomicInteger();

    Capacity(LimitsConfig config, MeterRegistry meters) {
        this.bound = config.inFlight();
        meters.gauge("gateway.requests.under.way", underWay);
    }

    /** Counts a request until it ends; fails with the refusal when there are too many. */
    public Future<Void> enter(RoutingContext request) {
        if (underWay.incrementAndGet() > bound) {
            underWay.decrementAndGet();
            return Future.failedFuture(GatewayProblems.overloaded());
        }
        var left = new AtomicBoolean();
        request.addEndHandler(end -> {
            if (left.compareAndSet(false, true)) {
                underWay.decrementAndGet();
            }
        });
        return Future.succeededFuture();
    }
}
