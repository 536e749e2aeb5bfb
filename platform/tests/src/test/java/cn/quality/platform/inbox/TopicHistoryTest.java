package cn.quality.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import cn.quality.testing.PlatformTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A topic read again beside its consumers, and what it says of one that lost its beginning. */
@PlatformTest
class TopicHistoryTest {

    /** No other test of this module has anything to do with it. */
    private static final String TOPIC = "quality.credit.complaint";

    @Inject
    TopicHistory history;

    @Test
    void readsFromTheBeginningToTheEndAndCountsWhatIsDamaged() {
        var first = event(1);
        var second = event(2);
        EventBroker.send(first, new CloudEvent(TOPIC, "k", Map.of(), "not even an event"), second);
        try (var reading = history.open(Set.of(TOPIC))) {
            EventBroker.send(event(3));
            assertThat(reading.reachesBack()).isTrue();
            assertThat(reading.total()).isEqualTo(3);
            long read = 0;
            int damaged = 0;
            int events = 0;
            for (var batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                read = batch.get().read();
                damaged += batch.get().damaged();
                events += batch.get().events().size();
            }
            assertThat(read).isEqualTo(3);
            assertThat(damaged).isEqualTo(1);
            assertThat(events).isGreaterThanOrEqualTo(2);
        }

        EventBroker.loseTheBeginningOf(TOPIC);
        try (var reading = history.open(Set.of(TOPIC))) {
            assertThat(reading.reachesBack()).isFalse();
            assertThat(reading.next()).isEmpty();
        }
    }

    private static CloudEvent event(long sequence) {
        var id = UUID.randomUUID().toString();
        return CloudEvent.of(TOPIC, "cn.quality.test.history", id, sequence, "{}")
                .with("time", "2026-03-02T01:15:00Z")
                .with("partitionkey", id);
    }
}
