package cn.quality.standards.currency;

import cn.quality.standards.currency.CurrencyCheckRepository.Claim;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works on currency checks: threads of this process, each taking one chunk after the other, from whichever check. Any number of
 * processes may do so on one database.
 */
@ApplicationScoped
class CurrencyWorkers {

    private static final Logger LOG = Logger.getLogger(CurrencyWorkers.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final CurrencyCheckService checks;
    private final CurrencyConfig config;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    CurrencyWorkers(CurrencyCheckService checks, CurrencyConfig config, Clock clock) {
        this.checks = checks;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 0; i < config.workers(); i++) {
            // Threads of their own: work that computes would keep virtual threads off the processors.
            threads.add(Thread.ofPlatform().daemon().name("currency-" + i).start(this::run));
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
    }

    /** A list has come. */
    void wake() {
        bell.release(Math.max(1, threads.size()));
    }

    private void run() {
        var sweep = Instant.EPOCH;
        try {
            while (!stopping) {
                try {
                    if (!clock.instant().isBefore(sweep)) {
                        checks.forgetOld();
                        sweep = clock.instant().plus(BETWEEN_SWEEPS);
                    }
                    if (!step()) {
                        rest();
                    }
                } catch (RuntimeException e) {
                    // The database is away, most likely.
                    LOG.warnf("Currency checks wait: %s", e.getMessage());
                    rest();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Checks one chunk. @return whether there was one */
    boolean step() {
        var held = new AtomicReference<@Nullable Claim>();
        try {
            return checks.work(held::set);
        } catch (RuntimeException e) {
            var claim = held.get();
            if (claim == null) {
                throw e;
            }
            LOG.warnf(e, "Attempt %d at chunk %d of check %s", claim.attempts() + 1, claim.number(), claim.check());
            checks.fault(claim);
            return true;
        }
    }

    private void rest() throws InterruptedException {
        bell.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
    }
}
