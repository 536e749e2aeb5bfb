package cn.quality.standards.impact;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at regular intervals for standards that have ended, and for notices that have. */
@ApplicationScoped
class ImpactRunner {

    private final ImpactService impact;

    ImpactRunner(ImpactService impact) {
        this.impact = impact;
    }

    @Scheduled(
            every = "${quality.impact.every:5s}",
            delayed = "${quality.impact.after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        boolean more = true;
        while (more) {
            more = impact.tellNext();
        }
        more = true;
        while (more) {
            more = impact.clear();
        }
    }

    @Scheduled(
            every = "${quality.impact.missed:1h}",
            delayed = "${quality.impact.after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void missed() {
        impact.lookForMissed();
    }
}
