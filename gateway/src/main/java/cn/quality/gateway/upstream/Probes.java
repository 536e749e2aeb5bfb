package cn.quality.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Checks in the background whether instances are ready, so that no request has to find out. */
final class Probes {

    private static final Logger LOG = Logger.getLogger(Probes.class);

    private final UpstreamConfig.Probe config;
    private final Vertx vertx;
    private final Upstreams upstreams;
    private final List<Instance> probed;
    private final long timer;

    /** A service that is one process is not probed: there is nothing to choose. */
    Probes(UpstreamConfig.Probe config, Vertx vertx, Upstreams upstreams) {
        this.config = config;
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.probed = upstreams.names().stream()
                .map(upstreams::instances)
                .filter(instances -> instances.size() > 1)
                .flatMap(List::stream)
                .toList();
        this.timer = probed.isEmpty()
                ? -1
                : vertx.setPeriodic(config.interval().toMillis(), tick -> probed.forEach(this::probe));
    }

    private void probe(Instance instance) {
        upstreams
                .open(instance.base(), HttpMethod.GET, config.path(), config.timeout())
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.body().map(body -> answer.statusCode() == 200))
                .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(false)
                .onSuccess(ready -> {
                    if (instance.ready(ready)) {
                        LOG.infof("%s is %s", instance.base(), ready ? "ready" : "not ready");
                    }
                });
    }

    void stop() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
    }
}
