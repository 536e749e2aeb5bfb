package cn.quality.credit.listing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Every few minutes does what is due by itself, entry by entry, and counts overdue work. */
@ApplicationScoped
class ListingTime {

    private static final Logger LOG = Logger.getLogger(ListingTime.class);

    private final ListingTimeService service;
    private final MultiGauge overdue;

    ListingTime(ListingTimeService service, MeterRegistry meters) {
        this.service = service;
        this.overdue = MultiGauge.builder("quality.listing.overdue")
                .description("Work on list entries that an office has not done in time")
                .register(meters);
    }

    /** One entry that fails does not delay the others. */
    @Scheduled(
            every = "${quality.listing.time-every:10m}",
            delayed = "${quality.listing.time-after:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void pass() {
        for (var due : service.due()) {
            try {
                service.pass(due);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s of entry %s did not succeed and is tried again", due.act(), due.listing());
            }
        }
        overdue.register(
                service.overdueByRegion().entrySet().stream()
                        .map(region -> MultiGauge.Row.of(Tags.of("region", region.getKey()), region.getValue()))
                        .collect(Collectors.toList()),
                true);
    }
}
