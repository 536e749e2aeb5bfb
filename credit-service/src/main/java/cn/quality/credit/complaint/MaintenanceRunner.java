package cn.quality.credit.complaint;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs the maintenance of complaints at regular intervals, and reports overdue work per office as {@code quality.complaints.overdue}. */
@ApplicationScoped
class MaintenanceRunner {

    private final MaintenanceService maintenance;
    private final ComplaintAuthenticator authenticator;
    private final MultiGauge overdue;

    MaintenanceRunner(MaintenanceService maintenance, ComplaintAuthenticator authenticator, MeterRegistry meters) {
        this.maintenance = maintenance;
        this.authenticator = authenticator;
        this.overdue = MultiGauge.builder("quality.complaints.overdue")
                .description("Complaints whose deadline has passed, by office")
                .register(meters);
    }

    @Scheduled(
            every = "${quality.complaint.maintenance:1m}",
            delayed = "${quality.complaint.maintenance-after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void once() {
        overdue.register(
                maintenance.overdue().stream()
                        .map(office -> MultiGauge.Row.of(Tags.of("office", office.office()), office.count()))
                        .toList(),
                true);
        int anonymised;
        do {
            anonymised = maintenance.anonymise();
        } while (anonymised > 0);
        authenticator.sweep();
    }
}
