package cn.quality.indicator.warning;

import cn.quality.platform.sql.SqlFailure;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Looks at regular intervals for reasons to warn. What fails is logged and tried again, and costs only itself; while the database
 * is away everything waits.
 */
@ApplicationScoped
class WarningRunner {

    private static final Logger LOG = Logger.getLogger(WarningRunner.class);

    private final WarningCheckService checks;

    WarningRunner(WarningCheckService checks) {
        this.checks = checks;
    }

    @Scheduled(
            every = "${quality.warning.figures:2s}",
            delayed = "${quality.warning.after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void figures() {
        var due = checks.due();
        while (!due.isEmpty() && lookAt(due)) {
            due = checks.due();
        }
    }

    @Scheduled(
            every = "${quality.warning.dates:1h}",
            delayed = "${quality.warning.after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dates() {
        each(checks.fallenAway(), checks::withdraw);
        each(checks.unwarned(), checks::warnOf);
        each(checks.pastDue(), checks::escalate);
        checks.lookAgain();
    }

    /** All at once; when that fails, one by one. */
    private boolean lookAt(List<Long> due) {
        try {
            return checks.lookAt(due);
        } catch (RuntimeException e) {
            requireDatabase(e);
            LOG.debugf(e, "Figures are looked at one by one");
        }
        for (var check : due) {
            try {
                if (!checks.lookAt(List.of(check))) {
                    return false;
                }
            } catch (RuntimeException e) {
                requireDatabase(e);
                LOG.errorf(e, "Figure of check %d is set aside", check);
                checks.setAside(check, reason(e));
            }
        }
        return true;
    }

    private static <T> void each(List<T> things, Consumer<T> act) {
        for (var thing : things) {
            try {
                act.accept(thing);
            } catch (RuntimeException e) {
                requireDatabase(e);
                LOG.errorf(e, "Not done, and tried again at the next run: %s", thing);
            }
        }
    }

    private static void requireDatabase(RuntimeException failure) {
        if (SqlFailure.isTransient(failure)) {
            throw failure;
        }
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
