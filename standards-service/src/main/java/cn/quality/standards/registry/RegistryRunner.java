package cn.quality.standards.registry;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at regular intervals which entries are not valid any more. */
@ApplicationScoped
class RegistryRunner {

    private final RegistryService registry;

    RegistryRunner(RegistryService registry) {
        this.registry = registry;
    }

    @Scheduled(
            every = "${quality.registry.validity:1h}",
            delayed = "${quality.registry.validity-after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void once() {
        boolean more = true;
        while (more) {
            more = registry.reviewExpired();
        }
    }
}
