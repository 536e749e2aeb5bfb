package cn.quality.gateway.feeds;

import cn.quality.platform.topics.Topics;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Reads all partitions of the suite's topics, from a little before it first reached the broker, and for ever: where the broker was
 * away, it goes on at the place it had.
 *
 * <p>A consumer does not report that its broker is gone, it only receives nothing. So the ends of the partitions are asked for every
 * second: no answer, or an end that lies ahead, means that something may have happened that did not arrive yet.
 */
@Singleton
public class EventTail {

    private static final Logger LOG = Logger.getLogger(EventTail.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long REST_MILLIS = 500;

    /** New topics are looked for this often. */
    private static final long TOUR_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final List<EventListener> listeners;
    private final Map<String, Object> kafka;
    private final Duration lookBack;
    private final Clock clock;
    private final Map<TopicPartition, Long> places = new HashMap<>();
    private final Thread thread = Thread.ofVirtual().name("event-tail").unstarted(this::run);
    private volatile boolean stopping;
    private volatile boolean arriving;
    /** Logged once, until events arrive again. */
    private boolean broken;

    EventTail(
            @All List<EventListener> listeners,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            FeedConfig config,
            Clock clock) {
        this.listeners = listeners;
        this.kafka = kafka;
        this.lookBack = config.lookBack();
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    private void run() {
        while (!stopping) {
            try (var consumer = new KafkaConsumer<byte[], byte[]>(settings())) {
                while (!stopping) {
                    tour(consumer);
                }
            } catch (InvalidOffsetException e) {
                LOG.warnf("Events are gone that were not read: %s", e.getMessage());
                places.clear();
                listeners.forEach(EventListener::missed);
            } catch (TimeoutException e) {
                arriving(false);
                rest();
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.log(broken ? Level.DEBUG : Level.WARN, "The tail of events broke and is taken up again", e);
                    broken = true;
                    arriving(false);
                    rest();
                }
            }
        }
    }

    private void tour(KafkaConsumer<byte[], byte[]> consumer) {
        var partitions = consumer.listTopics(PATIENCE).entrySet().stream()
                .filter(topic -> Topics.all().contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            rest();
            return;
        }
        consumer.assign(partitions);
        begin(consumer, partitions);
        partitions.forEach(partition -> consumer.seek(partition, places.getOrDefault(partition, 0L)));
        var begun = System.nanoTime();
        var checked = begun - CHECK_NANOS;
        while (!stopping && System.nanoTime() - begun < TOUR_NANOS) {
            consumer.poll(POLL).forEach(message -> {
                places.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
                var event = TailedEvent.of(message);
                listeners.forEach(listener -> notify(listener, event));
            });
            if (System.nanoTime() - checked >= CHECK_NANOS) {
                var ends = consumer.endOffsets(partitions, PATIENCE);
                arriving(ends.entrySet().stream()
                        .allMatch(end -> places.getOrDefault(end.getKey(), 0L) >= end.getValue()));
                checked = System.nanoTime();
            }
        }
    }

    /** What is not known yet is read from a little before now, so that a client who comes back to this gateway finds its place. */
    private void begin(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var from = clock.millis() - lookBack.toMillis();
        var unknown = partitions.stream()
                .filter(partition -> !places.containsKey(partition))
                .toList();
        var subscription = unknown.stream().collect(Collectors.toMap(partition -> partition, partition -> from));
        consumer.offsetsForTimes(subscription, PATIENCE).forEach((partition, found) -> {
            if (found != null) {
                places.put(partition, found.offset());
            }
        });
        consumer.endOffsets(unknown, PATIENCE).forEach(places::putIfAbsent);
    }

    private static void notify(EventListener listener, TailedEvent event) {
        try {
            listener.heard(event);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s was not taken in, at %s", event.type(), event.topic());
        }
    }

    /** Whether what is on the broker is also here. */
    boolean isArriving() {
        return arriving;
    }

    private void arriving(boolean now) {
        if (now != arriving) {
            arriving = now;
            broken &= !now;
            LOG.infof(now ? "Events arrive" : "No events arrive: the broker does not answer");
            listeners.forEach(listener -> listener.arriving(now));
        }
    }

    private void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka);
        settings.putAll(Map.of(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false));
        // Each gateway reads everything and remembers its places itself.
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }
}
