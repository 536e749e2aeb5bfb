package cn.quality.credit.screening;

import cn.quality.credit.screening.ScreeningJobRepository.Claim;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works on jobs: a few threads of this process, each taking one chunk after the other, from whichever job. Any number of
 * processes may do so on one database.
 */
@ApplicationScoped
class ScreeningWorkers {

    private static final Logger LOG = Logger.getLogger(ScreeningWorkers.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    private final ScreeningJobService jobs;
    private final ScreeningConfig config;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    ScreeningWorkers(ScreeningJobService jobs, ScreeningConfig config, Clock clock) {
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        start(config.workers());
    }

    void start(int workers) {
        stopping = false;
        for (int i = 0; i < workers; i++) {
            // Threads of their own: work that computes would keep virtual threads off the processors.
            threads.add(Thread.ofPlatform().daemon().name("screening-" + i).start(this::run));
        }
    }

    /** A chunk that is being worked on is finished; the others wait for the next start, here or elsewhere. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        for (var thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            thread.interrupt();
        }
        threads.clear();
    }

    /** A job has come. */
    void wake() {
        bell.release(Math.max(1, threads.size()));
    }

    private void run() {
        var sweep = Instant.EPOCH;
        try {
            while (!stopping) {
                try {
                    if (!clock.instant().isBefore(sweep)) {
                        jobs.forgetOld();
                        sweep = clock.instant().plus(BETWEEN_SWEEPS);
                    }
                    if (!step()) {
                        rest();
                    }
                } catch (RuntimeException e) {
                    // The database is away, most likely; leases bring the work back.
                    LOG.warnf("Screening waits: %s", e.getMessage());
                    rest();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Screens one chunk. @return whether there was one */
    boolean step() {
        var claim = jobs.claim();
        claim.ifPresent(this::work);
        return claim.isPresent();
    }

    private void work(Claim claim) {
        if (claim.attempts() > config.attempts()) {
            jobs.fault(claim, "the worker ended each time");
            return;
        }
        try {
            jobs.keep(claim, jobs.screen(claim));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Attempt %d at chunk %d of job %s", claim.attempts(), claim.number(), claim.job());
            jobs.fault(
                    claim,
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
        }
    }

    private void rest() throws InterruptedException {
        bell.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
    }
}
