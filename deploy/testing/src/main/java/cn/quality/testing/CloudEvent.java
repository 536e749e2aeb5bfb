package cn.quality.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An event on a topic, as any client of the broker sees it.
 *
 * @param key of the message; events of one key stay in order
 * @param attributes by their names in the CloudEvents specification; empty for a message that is no event
 */
public record CloudEvent(String topic, String key, Map<String, String> attributes, String data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public CloudEvent {
        attributes = Map.copyOf(attributes);
    }

    /** As the service of that type sends it, with an id of its own. */
    public static CloudEvent of(String topic, String type, String subject, long sequence, String data) {
        return new CloudEvent(
                topic,
                subject,
                Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "/" + type.replaceFirst("^cn\\.quality\\.([a-z]+).*", "$1-service"),
                        "type",
                        type,
                        "subject",
                        subject,
                        "time",
                        "2026-01-05T02:00:00Z",
                        "sequence",
                        Long.toString(sequence)),
                data);
    }

    /** The same with its data as JSON. */
    public static CloudEvent of(String topic, String type, String subject, long sequence, Map<String, ?> data) {
        return of(topic, type, subject, sequence, JSON.valueToTree(data).toString());
    }

    public CloudEvent with(String attribute, String value) {
        var changed = new LinkedHashMap<>(attributes);
        changed.put(attribute, value);
        return new CloudEvent(topic, key, changed, data);
    }

    public UUID id() {
        return UUID.fromString(attribute("id"));
    }

    public String type() {
        return attribute("type");
    }

    public String source() {
        return attribute("source");
    }

    public String subject() {
        return attribute("subject");
    }

    public long sequence() {
        return Long.parseLong(attribute("sequence"));
    }

    /** Fails when the event has none of that name. */
    public String attribute(String name) {
        var value = attributes.get(name);
        if (value == null) {
            throw new AssertionError("No " + name + " in " + attributes);
        }
        return value;
    }
}
