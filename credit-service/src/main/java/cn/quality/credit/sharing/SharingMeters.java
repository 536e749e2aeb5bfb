package cn.quality.credit.sharing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows operators how many acknowledgements are late. */
@ApplicationScoped
class SharingMeters {

    private final SharingService service;
    private final MeterRegistry meters;

    SharingMeters(SharingService service, MeterRegistry meters) {
        this.service = service;
        this.meters = meters;
    }

    void show(@Observes StartupEvent event) {
        Gauge.builder("quality.sharing.unacknowledged.overdue", service::overdue)
                .description("Acknowledgements of ended list entries past their due date")
                .register(meters);
    }
}
