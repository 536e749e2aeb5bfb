package cn.quality.credit.complaint;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs the upkeep again and again, and shows overdue work per office as {@code quality.complaints.overdue}. */
@ApplicationScoped
class UpkeepRunner {

    private static final Logger LOG = Logger.getLogger(UpkeepRunner.class);

    private final UpkeepService upkeep;
    private final SecretGate gate;
    private final ComplaintConfig config;
    private final MultiGauge overdue;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("complaint-upkeep").unstarted(this::run);

    UpkeepRunner(UpkeepService upkeep, SecretGate gate, ComplaintConfig config, MeterRegistry meters) {
        this.upkeep = upkeep;
        this.gate = gate;
        this.config = config;
        this.overdue = MultiGauge.builder("quality.complaints.overdue")
                .description("Complaints whose clock has run out, by office")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (config.upkeep().isPositive()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        if (thread.isAlive()) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    /** One round. */
    void once() {
        overdue.register(
                upkeep.overdue().stream()
                        .map(office -> MultiGauge.Row.of(Tags.of("office", office.office()), office.count()))
                        .toList(),
                true);
        int forgotten;
        do {
            forgotten = upkeep.anonymise();
        } while (forgotten > 0);
        gate.sweep();
    }

    private void run() {
        try {
            while (!stop.await(config.upkeep().toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    once();
                } catch (RuntimeException e) {
                    LOG.warnf("The upkeep of complaints failed and is tried again: %s", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
