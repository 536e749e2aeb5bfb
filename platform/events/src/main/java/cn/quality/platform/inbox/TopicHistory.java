package cn.quality.platform.inbox;

import static java.util.Map.entry;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics again from their beginning, beside the consumers and in no group: no offset of anybody moves. For a consumer
 * that wants to compute anew what it has made of them.
 */
@ApplicationScoped
public class TopicHistory {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE = 120;

    private final Map<String, Object> kafka;

    TopicHistory(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * Some of what the topics hold.
     *
     * @param read messages since the beginning, these included
     * @param damaged messages among these that are no events
     */
    public record Batch(List<InboundEvent> events, long read, int damaged) {}

    /** From the beginning of these topics to their ends as they are now. */
    public Reading open(Set<String> topics) {
        var settings = new HashMap<>(kafka);
        settings.putAll(Map.ofEntries(
                entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new Reading(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), topics);
    }

    /** One reading, by one thread. */
    public static final class Reading implements AutoCloseable {

        private final KafkaConsumer<String, byte[]> client;
        private final Map<TopicPartition, Long> beginnings;
        private final Map<TopicPartition, Long> ends;

        private Reading(KafkaConsumer<String, byte[]> client, Set<String> topics) {
            this.client = client;
            var partitions = topics.stream()
                    .flatMap(topic -> client.partitionsFor(topic).stream())
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            beginnings = client.beginningOffsets(partitions);
            ends = client.endOffsets(partitions);
            client.assign(partitions);
            client.seekToBeginning(partitions);
        }

        /** Whether nothing was deleted from a topic for its age. Compaction leaves the newest event of each subject. */
        public boolean reachesBack() {
            return beginnings.values().stream().allMatch(offset -> offset == 0);
        }

        /** Messages to be read, at most: of a compacted topic there are fewer. */
        public long total() {
            return distance(ends);
        }

        /**
         * The next ones, in the order of each partition; empty at the end.
         *
         * @throws IllegalStateException when the broker does not answer for a minute
         */
        public Optional<Batch> next() {
            for (int attempt = 0; attempt < PATIENCE && !isAtEnd(); attempt++) {
                var messages = client.poll(POLL);
                var events = new ArrayList<InboundEvent>();
                int damaged = 0;
                for (var message : messages) {
                    try {
                        events.add(InboundEvent.from(message));
                    } catch (IOException | RuntimeException e) {
                        damaged++;
                    }
                }
                if (!messages.isEmpty()) {
                    return Optional.of(new Batch(events, read(), damaged));
                }
            }
            if (!isAtEnd()) {
                throw new IllegalStateException("The broker does not answer");
            }
            return Optional.empty();
        }

        private boolean isAtEnd() {
            return ends.entrySet().stream().allMatch(end -> client.position(end.getKey()) >= end.getValue());
        }

        private long read() {
            var positions = new HashMap<TopicPartition, Long>();
            ends.forEach((partition, end) -> positions.put(partition, Math.min(end, client.position(partition))));
            return distance(positions);
        }

        private long distance(Map<TopicPartition, Long> offsets) {
            return offsets.entrySet().stream()
                    .mapToLong(one -> one.getValue() - beginnings.getOrDefault(one.getKey(), 0L))
                    .sum();
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
