package cn.quality.gateway.operations;

import cn.quality.gateway.edge.Admission;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Stands outside of everything, so that it sees refusals as well, and tells what it saw when a request is over. */
@Singleton
class Watch {

    /** Before admission. */
    private static final int OUTERMOST = 20_000;

    private final Places places;
    private final Addresses addresses;
    private final AccessLog log;
    private final RequestMetrics metrics;
    private final Clock clock;

    Watch(Places places, Addresses addresses, AccessLog log, RequestMetrics metrics, Clock clock) {
        this.places = places;
        this.addresses = addresses;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
    }

    void stand(@Observes Filters filters) {
        filters.register(
                request -> {
                    var begin = System.nanoTime();
                    request.addEndHandler(end -> tell(request, System.nanoTime() - begin, end.succeeded()));
                    request.next();
                },
                OUTERMOST);
    }

    private void tell(RoutingContext request, long nanos, boolean complete) {
        var peer = request.request().remoteAddress();
        var observed = Observed.of(
                request,
                clock.instant(),
                Admission.admittedPath(request).map(places::of).orElse(Places.NOWHERE),
                addresses.shown(peer == null ? "" : peer.hostAddress()),
                nanos,
                complete);
        metrics.count(observed);
        log.write(observed);
    }
}
