package cn.quality.gateway.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long requests took, by route, client, kind of status and what the cache did. A client is one the identity service
 * vouched for; beyond a number of them the rest share a series.
 */
@Singleton
class RequestMetrics {

    private static final String OTHERS = "other";

    private final MeterRegistry registry;
    private final int most;
    private final Set<String> clients = ConcurrentHashMap.newKeySet();
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry, OperationsConfig config) {
        this.registry = registry;
        this.most = config.clients();
    }

    private record Series(String route, String client, String status, String cache) {}

    void count(RequestRecord record) {
        timers.computeIfAbsent(
                        new Series(
                                record.label().route(), client(record.client()), record.statusClass(), record.cache()),
                        this::timer)
                .record(record.nanos(), TimeUnit.NANOSECONDS);
    }

    private String client(String id) {
        if (clients.contains(id)) {
            return id;
        }
        return clients.size() < most && clients.add(id) ? id : OTHERS;
    }

    private Timer timer(Series series) {
        return Timer.builder("gateway.requests")
                .description("Requests by route, client, kind of status and what the public cache did")
                .tag("route", series.route())
                .tag("client", series.client())
                .tag("status", series.status())
                .tag("cache", series.cache())
                .register(registry);
    }
}
