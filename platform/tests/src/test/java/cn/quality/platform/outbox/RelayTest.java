package cn.quality.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import cn.quality.testing.Infra;
import cn.quality.testing.PlatformTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class RelayTest {

    private static final String TOPIC = "quality.credit.record";

    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", Infra.bootstrapServers());

    @Inject
    Outbox outbox;

    @Inject
    Jdbc sql;

    @Inject
    Clock clock;

    @BeforeEach
    void nothingWaits() {
        sql.update("delete from outbox");
    }

    @Test
    void fourRelaysAtOncePublishFiveThousandEventsOnceEachAndInOrderPerKey() throws Exception {
        int events = 5_000;
        int subjects = 50;
        try (var topic = EventBroker.reader(TOPIC);
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var relays = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                relays.add(pool.submit(() -> {
                    try (var producer = RelayRunner.producer(KAFKA)) {
                        var relay = relay(producer);
                        while (published() < events) {
                            relay.publishWaiting();
                        }
                    }
                    return null;
                }));
            }
            for (int from = 0; from < events; from += 100) {
                append(IntStream.range(from, from + 100)
                        .mapToObj(n -> event("subject-" + n % subjects, n / subjects + 1))
                        .toList());
            }
            for (var relay : relays) {
                relay.get();
            }

            var seen = topic.read(events);
            assertThat(seen).extracting(CloudEvent::id).doesNotHaveDuplicates().hasSize(events);
            assertThat(topic.nothingMore()).isTrue();
            var last = new HashMap<String, Long>();
            assertThat(seen)
                    .allSatisfy(event ->
                            assertThat(event.sequence()).isEqualTo(last.merge(event.subject(), 1L, Long::sum)));
            assertThat(positions())
                    .isEqualTo(IntStream.rangeClosed(1, events)
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    @Test
    void aCrashBetweenTheBrokersAcknowledgementAndTheMarkLosesNothing() throws Exception {
        append(List.of(event("crash", 1)));
        try (var topic = EventBroker.reader(TOPIC);
                var dying = new PowerCutAfterFlush();
                var producer = RelayRunner.producer(KAFKA)) {
            assertThatThrownBy(() -> relay(dying).publishWaiting()).hasMessageContaining("power cut");
            assertThat(published()).isZero();

            assertThat(relay(producer).publishWaiting()).isEqualTo(1);

            var seen = topic.read(2);
            assertThat(seen).hasSize(2);
            assertThat(seen.get(0).id())
                    .as("sent again under the same id, so the inboxes drop it")
                    .isEqualTo(seen.get(1).id());
        }
    }

    @Test
    void eventsWaitWhileTheBrokerIsAway() throws Exception {
        append(List.of(event("waiting", 1), event("waiting", 2)));
        Infra.kafka().stop();
        try (var producer = RelayRunner.producer(KAFKA)) {
            assertThatThrownBy(() -> relay(producer).publishWaiting()).isInstanceOf(Relay.BrokerUnavailable.class);
            assertThat(published()).isZero();
            Infra.kafka().start();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                try {
                    relay(producer).publishWaiting();
                } catch (Relay.BrokerUnavailable e) {
                    return false;
                }
                return published() == 2;
            });
        }
    }

    @Test
    void whatWasRolledBackIsNeverTold() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(event("undone", 1));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessageContaining("changed my mind");
        assertThat(sql.query("select 1 from outbox", row -> 1)).isEmpty();
    }

    @Test
    void theRunnerIsWokenByTheCommitAndDoesNotWaitForItsPoll() throws Exception {
        var runner = new RelayRunner(sql, clock, new OncePerHour(), "platform-test", KAFKA, new SimpleMeterRegistry());
        runner.start(new StartupEvent());
        try {
            append(List.of(event("woken", 1)));
            runner.wake(new Outbox.Appended());
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> published() == 1);
        } finally {
            runner.stop(new ShutdownEvent());
        }
    }

    /** As when the suite is started before the brokers are. */
    @Test
    void theRunnerWaitsForABrokerWhoseNameIsNotKnownYet() throws Exception {
        var name = LateNames.unknown();
        Map<String, Object> brokers =
                Map.of("bootstrap.servers", Infra.bootstrapServers().replaceFirst("[^:]+", name));
        assertThatThrownBy(() -> RelayRunner.producer(brokers)).hasMessageContaining("Failed to construct");
        var runner =
                new RelayRunner(sql, clock, new OncePerHour(), "platform-test", brokers, new SimpleMeterRegistry());
        runner.start(new StartupEvent());
        try {
            append(List.of(event("late", 1)));
            LateNames.awaitAsked(name);
            LateNames.makeKnown(name);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> published() == 1);
        } finally {
            runner.stop(new ShutdownEvent());
        }
    }

    @Test
    void publishedEventsAreForgottenAfterTheirTermAndWaitingOnesNever() throws Exception {
        try (var producer = RelayRunner.producer(KAFKA)) {
            append(List.of(event("old", 1), event("last", 1)));
            relay(producer).publishWaiting();
            append(List.of(event("waiting", 1)));
            var retention = new Retention(sql, clock, Duration.ofDays(30));
            retention.sweep(clock.instant().plus(Duration.ofDays(29)));
            assertThat(subjects()).containsExactly("last", "old", "waiting");
            retention.sweep(clock.instant().plus(Duration.ofDays(31)));
            assertThat(subjects()).containsExactly("last", "waiting");

            relay(producer).publishWaiting();
            assertThat(positions()).as("counting goes on where it was").containsExactly(1L, 2L);
        }
    }

    private List<String> subjects() {
        return sql.query("select subject from outbox order by 1", row -> row.getString(1));
    }

    private Relay relay(Producer<String, byte[]> producer) {
        return new Relay(sql, producer, clock, "/platform-test", 200);
    }

    private void append(List<OutboundEvent> events) {
        QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(events));
    }

    private static OutboundEvent event(String subject, long sequence) {
        return new OutboundEvent(TOPIC, "cn.quality.test.happened.v1", subject, sequence, Map.of("amount", sequence));
    }

    private long published() {
        return sql.first("select count(*) from outbox where position is not null", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Relative to the first, since positions go on over the life of the database. */
    private List<Long> positions() {
        return sql.query(
                "select position - min(position) over () + 1 from outbox order by position", row -> row.getLong(1));
    }

    private record OncePerHour() implements RelayRunner.Config {
        @Override
        public boolean relay() {
            return true;
        }

        @Override
        public Duration poll() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration retry() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int batch() {
            return 100;
        }

        @Override
        public Duration retention() {
            return Duration.ofDays(30);
        }
    }

    /** The process dies when the broker has the events and the database does not know yet. */
    private static final class PowerCutAfterFlush extends KafkaProducer<String, byte[]> {

        PowerCutAfterFlush() {
            super(
                    Map.of("bootstrap.servers", Infra.bootstrapServers(), "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }

        @Override
        public void flush() {
            super.flush();
            throw new IllegalStateException("power cut");
        }
    }
}
