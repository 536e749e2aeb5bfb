package cn.quality.platform.inbox;

import static java.util.Map.entry;

import cn.quality.platform.topics.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Reads Kafka for every {@link EventConsumer} of the service, one thread each. */
@ApplicationScoped
class InboxRunner {

    private static final Logger LOG = Logger.getLogger(InboxRunner.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_WHEN_SOMETHING_IS_AWAY = Duration.ofSeconds(1);

    private final Instance<EventConsumer> consumers;
    private final Inbox inbox;
    private final Map<String, Object> kafka;
    private final List<Reader> readers = new ArrayList<>();

    InboxRunner(
            @Any Instance<EventConsumer> consumers,
            Inbox inbox,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.consumers = consumers;
        this.inbox = inbox;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent event) {
        for (var consumer : consumers) {
            consumer.topics().forEach(Topics::listed);
            var reader = new Reader(consumer);
            readers.add(reader);
            reader.thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        readers.forEach(Reader::stop);
        for (var reader : readers) {
            reader.thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private final class Reader {

        private final EventConsumer consumer;
        private final Thread thread;
        private volatile boolean stopping;
        private boolean broken;
        private volatile @Nullable KafkaConsumer<String, byte[]> reading;

        Reader(EventConsumer consumer) {
            this.consumer = consumer;
            this.thread = Thread.ofPlatform().name("inbox-" + consumer.group()).unstarted(this::run);
        }

        void stop() {
            stopping = true;
            if (reading != null) {
                reading.wakeup();
            }
        }

        private void run() {
            try {
                while (!stopping) {
                    read();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /**
         * Until the client breaks; what was not committed is read again by the next one. It cannot be made at all while the
         * brokers' names are unknown, as they are before the brokers start.
         */
        private void read() throws InterruptedException {
            try (var client = client()) {
                reading = client;
                client.subscribe(consumer.topics());
                while (!stopping) {
                    var messages = client.poll(POLL);
                    broken = false;
                    if (!messages.isEmpty() && taken(messages, client)) {
                        client.commitSync();
                    }
                }
            } catch (WakeupException e) {
                LOG.debugf("%s stops", consumer.group());
            } catch (RuntimeException e) {
                LOG.logf(broken ? Level.DEBUG : Level.WARN, "%s begins anew: %s", consumer.group(), e.getMessage());
                broken = true;
                Thread.sleep(PAUSE_WHEN_SOMETHING_IS_AWAY);
            }
        }

        private KafkaConsumer<String, byte[]> client() {
            var settings = new HashMap<>(kafka);
            settings.putAll(Map.ofEntries(
                    entry(ConsumerConfig.GROUP_ID_CONFIG, consumer.group()),
                    entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                    entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                    entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500),
                    entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000),
                    entry(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000),
                    entry(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000)));
            return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        }

        /** The database being away is no fault of the messages: they are read again until it is back. */
        private boolean taken(ConsumerRecords<String, byte[]> messages, KafkaConsumer<String, byte[]> client)
                throws InterruptedException {
            try {
                var batch = new ArrayList<ConsumerRecord<String, byte[]>>(messages.count());
                messages.forEach(batch::add);
                inbox.take(consumer, batch);
                return true;
            } catch (RuntimeException e) {
                LOG.warnf("%s waits: %s", consumer.group(), e.getMessage());
                for (TopicPartition partition : messages.partitions()) {
                    client.seek(
                            partition, messages.records(partition).getFirst().offset());
                }
                Thread.sleep(PAUSE_WHEN_SOMETHING_IS_AWAY);
                return false;
            }
        }
    }
}
