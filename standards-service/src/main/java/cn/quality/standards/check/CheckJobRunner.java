package cn.quality.standards.check;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at regular intervals for lists that wait. */
@ApplicationScoped
class CheckJobRunner {

    private final CheckJobService jobs;

    CheckJobRunner(CheckJobService jobs) {
        this.jobs = jobs;
    }

    @Scheduled(every = "${quality.check-jobs.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        boolean more = true;
        while (more) {
            more = jobs.work();
        }
    }

    @Scheduled(every = "${quality.check-jobs.sweep:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        jobs.forgetOld();
    }
}
