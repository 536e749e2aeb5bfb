package cn.quality.standards.watch;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at regular intervals at what the catalogue has changed, and once a day at everything. */
@ApplicationScoped
class WatchRunner {

    private final WatchCheckService checks;

    WatchRunner(WatchCheckService checks) {
        this.checks = checks;
    }

    @Scheduled(
            every = "${quality.watch.check:30s}",
            delayed = "${quality.watch.check-after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void once() {
        boolean more = true;
        while (more) {
            more = checks.look();
        }
    }
}
