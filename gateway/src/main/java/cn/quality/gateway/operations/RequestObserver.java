package cn.quality.gateway.operations;

import cn.quality.gateway.edge.Admission;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Stands outside of everything, so that it sees refusals as well, and reports what it saw when a request is over. */
@Singleton
class RequestObserver {

    /** Before admission. */
    private static final int OUTERMOST = 20_000;

    private final RouteLabels labels;
    private final Addresses addresses;
    private final AccessLog log;
    private final RequestMetrics metrics;
    private final Clock clock;

    RequestObserver(RouteLabels labels, Addresses addresses, AccessLog log, RequestMetrics metrics, Clock clock) {
        this.labels = labels;
        this.addresses = addresses;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
    }

    void stand(@Observes Filters filters) {
        filters.register(
                request -> {
                    var begin = System.nanoTime();
                    request.addEndHandler(end -> report(request, System.nanoTime() - begin, end.succeeded()));
                    request.next();
                },
                OUTERMOST);
    }

    private void report(RoutingContext request, long nanos, boolean complete) {
        var peer = request.request().remoteAddress();
        var record = RequestRecord.of(
                request,
                clock.instant(),
                Admission.admittedPath(request).map(labels::of).orElse(RouteLabel.NONE),
                addresses.shown(peer == null ? "" : peer.hostAddress()),
                nanos,
                complete);
        metrics.count(record);
        log.write(record);
    }
}
