package cn.quality.indicator.warning;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at regular intervals for reasons to warn. */
@ApplicationScoped
class WarningRunner {

    private final WarningCheckService checks;

    WarningRunner(WarningCheckService checks) {
        this.checks = checks;
    }

    @Scheduled(
            every = "${quality.warning.figures:2s}",
            delayed = "${quality.warning.after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void figures() {
        boolean more = true;
        while (more) {
            more = checks.lookAtFigures();
        }
    }

    @Scheduled(
            every = "${quality.warning.dates:1h}",
            delayed = "${quality.warning.after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dates() {
        checks.lookAtDates();
    }
}
