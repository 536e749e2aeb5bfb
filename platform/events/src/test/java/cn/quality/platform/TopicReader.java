package cn.quality.platform;

import cn.quality.testing.Infra;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic as any client would. */
public final class TopicReader implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** What a consumer sees of an event. */
    public record Seen(UUID id, String subject, long sequence) {}

    private final KafkaConsumer<String, byte[]> consumer;

    private TopicReader(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    public static TopicReader fromNowOn(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Infra.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return new TopicReader(consumer);
    }

    /** Waits until at least so many have come. */
    public List<Seen> read(int count) {
        var seen = new ArrayList<Seen>();
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (seen.size() < count && System.nanoTime() < deadline) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(seen(record)));
        }
        return seen;
    }

    public boolean nothingMore() {
        return consumer.poll(Duration.ofMillis(500)).isEmpty();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static Seen seen(ConsumerRecord<String, byte[]> record) {
        return new Seen(
                UUID.fromString(header(record, "ce_id")),
                header(record, "ce_subject"),
                Long.parseLong(header(record, "ce_sequence")));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
