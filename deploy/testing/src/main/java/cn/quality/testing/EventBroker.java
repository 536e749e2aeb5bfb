package cn.quality.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other side of the broker: sends events as another service would, in Kafka's binary mode, and reads them as one would. */
public final class EventBroker {

    private static final String PREFIX = "ce_";

    private EventBroker() {}

    /** Sends them in this order and returns when the broker has them. */
    public static void send(CloudEvent... events) {
        send(List.of(events));
    }

    public static void send(Collection<CloudEvent> events) {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            var sent = new ArrayList<Future<?>>();
            for (var event : events) {
                sent.add(producer.send(message(event)));
            }
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("Not sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Not sent", e);
        }
    }

    /** Everything on a topic about one subject so far. */
    public static List<CloudEvent> about(String topic, String subject) {
        try (var consumer = consumer()) {
            var partitions = assign(consumer, topic);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<CloudEvent>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    if (subject.equals(message.key())) {
                        found.add(event(message));
                    }
                });
            }
            return found;
        }
    }

    /** Reads a topic from here on. */
    public static Reader reader(String topic) {
        var consumer = consumer();
        var partitions = assign(consumer, topic);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return new Reader(consumer);
    }

    /** A client that reads on. */
    public static final class Reader implements AutoCloseable {

        private static final Duration DEADLINE = Duration.ofSeconds(60);

        private final KafkaConsumer<String, String> consumer;

        private Reader(KafkaConsumer<String, String> consumer) {
            this.consumer = consumer;
        }

        /** Waits until at least so many have come. */
        public List<CloudEvent> read(int count) {
            var seen = new ArrayList<CloudEvent>();
            long deadline = System.nanoTime() + DEADLINE.toNanos();
            while (seen.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> seen.add(event(message)));
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
    }

    /** Deletes what a topic holds, as a broker does that keeps nothing so old; ours keep the newest of each subject for ever. */
    public static void loseTheBeginningOf(String topic) {
        try (var admin = Admin.create(settings())) {
            keep(admin, topic, "delete");
            var toTheirEnds = admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .flatMap(description -> description.partitions().stream())
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(topic, partition.partition()),
                            partition -> RecordsToDelete.beforeOffset(-1)));
            admin.deleteRecords(toTheirEnds).all().get();
            keep(admin, topic, "compact");
        } catch (ExecutionException e) {
            throw new AssertionError("Not deleted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Not deleted", e);
        }
    }

    private static void keep(Admin admin, String topic, String policy) throws ExecutionException, InterruptedException {
        var change = new AlterConfigOp(new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(change)))
                .all()
                .get();
    }

    private static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", Infra.bootstrapServers());
    }

    private static KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer());
    }

    private static List<TopicPartition> assign(KafkaConsumer<?, ?> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    private static ProducerRecord<String, String> message(CloudEvent event) {
        var message = new ProducerRecord<>(event.topic(), event.key(), event.data());
        event.attributes()
                .forEach((name, value) -> message.headers().add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static CloudEvent event(ConsumerRecord<String, String> message) {
        var attributes = new HashMap<String, String>();
        message.headers().forEach(header -> {
            if (header.key().startsWith(PREFIX)) {
                attributes.put(
                        header.key().substring(PREFIX.length()), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return new CloudEvent(message.topic(), message.key(), attributes, message.value());
    }
}
