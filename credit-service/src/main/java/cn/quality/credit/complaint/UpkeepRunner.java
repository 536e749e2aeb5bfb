package cn.quality.credit.complaint;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs the upkeep again and again, and shows overdue work per office as {@code quality.complaints.overdue}. */
@ApplicationScoped
class UpkeepRunner {

    private final UpkeepService upkeep;
    private final SecretGate gate;
    private final MultiGauge overdue;

    UpkeepRunner(UpkeepService upkeep, SecretGate gate, MeterRegistry meters) {
        this.upkeep = upkeep;
        this.gate = gate;
        this.overdue = MultiGauge.builder("quality.complaints.overdue")
                .description("Complaints whose clock has run out, by office")
                .register(meters);
    }

    @Scheduled(
            every = "${quality.complaint.upkeep:1m}",
            delayed = "${quality.complaint.upkeep-after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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
}
