package cn.quality.gateway.webhooks;

import cn.quality.testing.Infra;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The credit-service as far as Kafka sees it. */
final class Events implements AutoCloseable {

    static final String PUBLISHED = "cn.quality.credit.listing.published.v1";
    static final String WITHDRAWN = "cn.quality.credit.listing.withdrawn.v1";

    private final KafkaProducer<String, byte[]> kafka = new KafkaProducer<>(
            Map.of("bootstrap.servers", Infra.bootstrapServers()), new StringSerializer(), new ByteArraySerializer());

    /** @return the event's id */
    UUID published(String subject, String region, String ground) {
        return send(
                "quality.credit.listing",
                PUBLISHED,
                subject,
                1,
                data(subject, region, "PUBLISHED").put("ground", ground));
    }

    UUID withdrawn(String subject, String region) {
        return send("quality.credit.listing", WITHDRAWN, subject, 2, data(subject, region, "WITHDRAWN"));
    }

    UUID standard(String subject) {
        return send(
                "quality.standards.standard",
                "cn.quality.standards.standard.registered.v1",
                subject,
                1,
                new JsonObject().put("standardId", subject).put("number", "GB/T 1.1-2020"));
    }

    private static JsonObject data(String subject, String region, String state) {
        return new JsonObject()
                .put("listingId", subject)
                .put("uscc", "91371199MA3RH00187")
                .put("kind", "BLACK")
                .put("region", region)
                .put("state", state);
    }

    UUID send(String topic, String type, String subject, long sequence, JsonObject data) {
        var id = UUID.randomUUID();
        var message = new ProducerRecord<>(topic, subject, data.encode().getBytes(StandardCharsets.UTF_8));
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
                        java.time.Instant.now().toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        kafka.send(message).isDone();
        kafka.flush();
        return id;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
