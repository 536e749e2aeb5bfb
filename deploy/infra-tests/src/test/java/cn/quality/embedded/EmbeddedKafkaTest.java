package cn.quality.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
class EmbeddedKafkaTest {

    private static final String TOPIC = "quality.credit.listing";

    @TempDir
    Path directory;

    @Test
    void createsEveryTopicOnceAndNoOther() throws Exception {
        try (var kafka = EmbeddedKafka.start(directory, Ports.free(), Progress.silent());
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            EmbeddedKafka.createTopics(kafka.bootstrapServers());
            var topics = admin.describeTopics(Topics.all()).allTopicNames().get(30, TimeUnit.SECONDS);
            assertThat(topics.values())
                    .isNotEmpty()
                    .allMatch(topic -> topic.partitions().size() == 12);
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS))
                    .containsExactlyInAnyOrderElementsOf(Topics.all());
        }
    }

    @Test
    void keepsMessagesAndItsAddressOverARestart() throws Exception {
        try (var kafka = EmbeddedKafka.start(directory, Ports.free(), Progress.silent())) {
            String address = kafka.bootstrapServers();
            send(address, "日照");
            kafka.stop();
            Ports.requireFree("the next start", Integer.parseInt(address.substring(address.indexOf(':') + 1)));
            kafka.start();
            send(address, "again");
            assertThat(kafka.bootstrapServers()).isEqualTo(address);
            assertThat(receive(address, 2)).containsExactlyInAnyOrder("日照", "again");
        }
    }

    @Test
    void runsInItsOwnJvmAndRecoversAfterAKill() throws Exception {
        int port = Ports.free();
        var first = EmbeddedKafka.spawn(directory, port, directory, directory.resolve("cache"), Progress.silent());
        send("127.0.0.1:" + port, "before");
        first.kill();
        var second = EmbeddedKafka.spawn(directory, port, directory, directory.resolve("cache"), Progress.silent());
        try (second) {
            assertThat(receive("127.0.0.1:" + port, 1)).containsExactly("before");
            // A third start finds the second still there, as after a kill of the launcher, and replaces it.
            var third = EmbeddedKafka.spawn(directory, port, directory, directory.resolve("cache"), Progress.silent());
            try (third) {
                assertThat(second.alive()).isFalse();
                assertThat(receive("127.0.0.1:" + port, 1)).containsExactly("before");
            }
        }
    }

    @Test
    void namesATakenPort() throws Exception {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, stranger.getLocalPort(), Progress.silent()))
                    .isInstanceOf(InfrastructureException.class)
                    .hasMessageContaining("Kafka")
                    .hasMessageContaining(Integer.toString(stranger.getLocalPort()));
        }
    }

    private static void send(String address, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", address, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value, value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> receive(String address, int count) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        address,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            List<String> values = new ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()));
            }
            return values;
        }
    }
}
