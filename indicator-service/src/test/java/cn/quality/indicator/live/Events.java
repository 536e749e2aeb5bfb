package cn.quality.indicator.live;

import cn.quality.testing.Infra;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends CloudEvents in Kafka's binary mode, as the other services do. */
final class Events implements AutoCloseable {

    static final String LISTINGS = "quality.credit.listing";
    static final String DECLARATIONS = "quality.standards.declaration";

    private final KafkaProducer<String, byte[]> kafka = new KafkaProducer<>(
            Map.of("bootstrap.servers", Infra.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    void send(String topic, String type, UUID subject, long sequence, String data) {
        send(UUID.randomUUID(), topic, type, subject, sequence, data);
    }

    void send(UUID id, String topic, String type, UUID subject, long sequence, String data) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", topic.contains("credit") ? "/credit-service" : "/standards-service");
        headers.put("ce_type", type);
        headers.put("ce_subject", subject.toString());
        headers.put("ce_time", "2026-03-02T01:15:%02dZ".formatted(sequence % 60));
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_partitionkey", subject.toString());
        headers.put("ce_actor", "publisher");
        headers.put("content-type", "application/json");
        send(topic, subject.toString(), headers, data);
    }

    /** Anything at all. */
    void send(String topic, String key, Map<String, String> headers, String data) {
        var message = new ProducerRecord<>(topic, key, data.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            kafka.send(message).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("Not sent", e);
        }
    }

    void listing(String what, UUID id, long sequence, String kind, String state) {
        send(LISTINGS, "cn.quality.credit.listing." + what + ".v1", id, sequence, """
                {"listingId": "%s", "uscc": "91371199MA3RH00187", "enterpriseName": "日照示例海洋食品有限公司", "kind": "%s",
                 "field": "INDUSTRIAL_PRODUCTION", "ground": "示例事由", "legalBasis": "EXAMPLE", "region": "371102",
                 "authority": "日照市市场监督管理局", "documentNumber": "日市监信〔2026〕1号", "state": "%s",
                 "publishedAt": "2026-03-02T01:15:00.123456Z"}""".formatted(id, kind, state));
    }

    void declaration(String what, UUID id, long sequence, String uscc, String number, boolean own, String state) {
        send(DECLARATIONS, "cn.quality.standards.declaration." + what + ".v1", id, sequence, """
                {"declarationId": "%s", "uscc": "%s", "standardNumber": "%s", "standardTitle": "示例标准",
                 "ownStandard": %s, "declaredAt": "2026-03-02T01:15:00Z", "state": "%s"}""".formatted(
                        id, uscc, number, own, state));
    }

    @Override
    public void close() {
        kafka.close();
    }
}
