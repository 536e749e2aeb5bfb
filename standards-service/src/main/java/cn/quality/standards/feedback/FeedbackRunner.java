package cn.quality.standards.feedback;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes at regular intervals what people wrote and what has been kept long enough. */
@ApplicationScoped
class FeedbackRunner {

    private final FeedbackService feedback;

    FeedbackRunner(FeedbackService feedback) {
        this.feedback = feedback;
    }

    @Scheduled(
            every = "${quality.feedback.maintenance:1h}",
            delayed = "${quality.feedback.maintenance-after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void once() {
        feedback.forget();
    }
}
