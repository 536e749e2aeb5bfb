package cn.quality.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent that arrived.
 *
 * @param sequence the aggregate's version at the producer
 * @param time when it happened there
 * @param actor who did it there
 */
public record InboundEvent(
        UUID id,
        String type,
        String source,
        String subject,
        long sequence,
        Instant time,
        String actor,
        @Nullable String traceparent,
        JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .findAndRegisterModules()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /** The payload as a record of the consumer's own, with only the fields it needs. */
    public <T> T data(Class<T> form) throws JsonProcessingException {
        return JSON.treeToValue(data, form);
    }

    /** Reads binary mode; anything missing or malformed makes the message undigestible. */
    static InboundEvent from(ConsumerRecord<String, byte[]> message) throws IOException {
        return new InboundEvent(
                UUID.fromString(required(message, "ce_id")),
                required(message, "ce_type"),
                required(message, "ce_source"),
                required(message, "ce_subject"),
                Long.parseLong(required(message, "ce_sequence")),
                Instant.parse(required(message, "ce_time")),
                header(message, "ce_actor") instanceof String actor ? actor : "unknown",
                header(message, "ce_traceparent"),
                JSON.readTree(message.value()));
    }

    private static String required(ConsumerRecord<String, byte[]> message, String name) {
        if (header(message, name) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException("no header " + name);
    }

    static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
