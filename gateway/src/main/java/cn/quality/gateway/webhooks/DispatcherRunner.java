package cn.quality.gateway.webhooks;

import cn.quality.gateway.store.Migration;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Runs this process's dispatcher, once there are tables for it. */
@ApplicationScoped
class DispatcherRunner {

    private final Dispatcher dispatcher;
    private final boolean wanted;
    private final Migration migration;

    DispatcherRunner(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            WebhookService service,
            Handshake handshake,
            WebhookSender sender,
            WebhookConfig config,
            Clock clock,
            MeterRegistry meters,
            Migration migration) {
        this.dispatcher = new Dispatcher(webhooks, deliveries, service, handshake, sender, config, clock, meters);
        this.wanted = config.dispatch();
        this.migration = migration;
    }

    void start(@Observes StartupEvent event) {
        if (wanted) {
            migration.done().thenRun(dispatcher::start).exceptionally(never -> null);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        dispatcher.stop();
    }

    void wake() {
        dispatcher.wake();
    }
}
