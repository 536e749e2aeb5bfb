package cn.quality.gateway.webhooks;

import cn.quality.platform.inbox.EventConsumer;
import cn.quality.platform.inbox.InboundEvent;
import cn.quality.platform.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Set;

/** Events come in; in the same transaction a delivery is queued for every webhook they fit. All gateways are one group. */
@ApplicationScoped
class EventIntake implements EventConsumer {

    private final EventSnapshotRepository snapshots;
    private final DeliveryRepository deliveries;
    private final DispatcherRunner dispatcher;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    EventIntake(
            EventSnapshotRepository snapshots,
            DeliveryRepository deliveries,
            DispatcherRunner dispatcher,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.snapshots = snapshots;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String group() {
        return "gateway-webhooks";
    }

    @Override
    public Set<String> topics() {
        return Topics.all();
    }

    @Override
    public void on(InboundEvent event) {
        if (EventCatalogue.TYPES.contains(event.type())) {
            snapshots.storeIfNewer(event).ifPresent(snapshot -> deliveries.queue(snapshot, clock.instant()));
            transactions.registerInterposedSynchronization(new Wake());
        }
    }

    private final class Wake implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                dispatcher.wake();
            }
        }
    }
}
