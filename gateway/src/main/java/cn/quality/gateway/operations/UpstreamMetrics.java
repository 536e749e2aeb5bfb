package cn.quality.gateway.operations;

import cn.quality.gateway.upstream.Instance;
import cn.quality.gateway.upstream.Upstreams;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** How the services are doing, as the gateway sees it. */
@ApplicationScoped
class UpstreamMetrics {

    private final Upstreams upstreams;
    private final MeterRegistry registry;

    UpstreamMetrics(Upstreams upstreams, MeterRegistry registry) {
        this.upstreams = upstreams;
        this.registry = registry;
    }

    @Startup
    void register() {
        upstreams.names().forEach(name -> {
            Gauge.builder("gateway.circuit.breaker.open", upstreams, all -> all.circuitOpen(name) ? 1 : 0)
                    .description("1 while nothing is sent to a service because it failed too often")
                    .tag("upstream", name)
                    .register(registry);
            upstreams
                    .instances(name)
                    .forEach(instance -> Gauge.builder("gateway.upstream.outstanding", instance, Instance::outstanding)
                            .description("Requests an instance has not begun to answer")
                            .tag("upstream", name)
                            .tag("instance", instance.base().getAuthority())
                            .register(registry));
        });
    }
}
