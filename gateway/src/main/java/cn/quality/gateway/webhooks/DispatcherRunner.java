package cn.quality.gateway.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Runs this process's dispatcher. */
@ApplicationScoped
class DispatcherRunner {

    private final Dispatcher dispatcher;
    private final boolean wanted;

    DispatcherRunner(
            Webhooks webhooks,
            Deliveries deliveries,
            WebhookService service,
            Handshake handshake,
            Courier courier,
            WebhookConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.dispatcher = new Dispatcher(webhooks, deliveries, service, handshake, courier, config, clock, meters);
        this.wanted = config.dispatch();
    }

    void start(@Observes StartupEvent event) {
        if (wanted) {
            dispatcher.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        dispatcher.stop();
    }

    void wake() {
        dispatcher.wake();
    }
}
