package cn.quality.gateway.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A message of the tail: its place, and what it says of itself. A header that is missing is empty; the cache takes it
 * seriously all the same.
 *
 * @param published milliseconds, by the broker
 * @param data JSON; empty when the subject is gone for good
 */
public record TailedEvent(
        String topic,
        int partition,
        long offset,
        long published,
        String id,
        String type,
        String source,
        String subject,
        long sequence,
        String time,
        byte[] data) {

    static TailedEvent of(ConsumerRecord<byte[], byte[]> message) {
        var key = message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
        var subject = header(message, "ce_subject");
        return new TailedEvent(
                message.topic(),
                message.partition(),
                message.offset(),
                message.timestamp(),
                header(message, "ce_id"),
                header(message, "ce_type"),
                header(message, "ce_source"),
                subject.isEmpty() ? key : subject,
                number(header(message, "ce_sequence")),
                header(message, "ce_time"),
                Objects.requireNonNullElse(message.value(), new byte[0]));
    }

    private static long number(String digits) {
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
