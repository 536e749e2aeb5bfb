package cn.quality.indicator.round;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at regular intervals who is to be reminded. */
@ApplicationScoped
class ReminderRunner {

    private final ReminderService reminders;

    ReminderRunner(ReminderService reminders) {
        this.reminders = reminders;
    }

    @Scheduled(
            every = "${quality.round.reminders:1h}",
            delayed = "${quality.round.reminders-after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void once() {
        reminders.remind();
    }
}
