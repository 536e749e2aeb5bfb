package cn.quality.standards.suite;

import cn.quality.testing.Infra;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other side of the broker: sends what the credit service would, reads what this service sends. */
public final class Kafka {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Kafka() {}

    /** Sends a CloudEvent in binary mode and waits for the broker. */
    public static void send(String topic, UUID id, String type, String subject, long sequence, Map<String, ?> data) {
        try (var producer = new KafkaProducer<String, String>(
                Map.of("bootstrap.servers", Infra.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            var event = new ProducerRecord<>(topic, subject, JSON.writeValueAsString(data));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id.toString(),
                            "ce_source",
                            "/credit-service",
                            "ce_type",
                            type,
                            "ce_subject",
                            subject,
                            "ce_time",
                            "2026-01-05T02:00:00Z",
                            "ce_sequence",
                            String.valueOf(sequence))
                    .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(event).get();
        } catch (JsonProcessingException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything on a topic about one subject so far. */
    public static List<ConsumerRecord<String, String>> about(String topic, String subject) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Infra.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    if (message.key().equals(subject)) {
                        found.add(message);
                    }
                });
            }
            return found;
        }
    }

    public static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
