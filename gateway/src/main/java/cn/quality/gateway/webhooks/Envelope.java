package cn.quality.gateway.webhooks;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A CloudEvent in structured mode: everything that is sent lies in the body, and the signature covers the body.
 */
final class Envelope {

    static final String PING = "cn.quality.gateway.webhook.ping.v1";

    private Envelope() {}

    static byte[] of(EventSnapshot snapshot) {
        var head = head(snapshot.id(), snapshot.source(), snapshot.type(), snapshot.subject(), snapshot.time())
                .put("sequence", snapshot.sequence())
                .put("position", Long.toString(snapshot.position()));
        snapshot.traceparent().ifPresent(parent -> head.put("traceparent", parent));
        // The data is JSON already and is sent as it came.
        var open = head.encode();
        return (open.substring(0, open.length() - 1) + ",\"data\":" + snapshot.data() + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A test that says nothing but whom it is for. */
    static byte[] ping(Webhook webhook, UUID id, Instant now) {
        return head(id, "/gateway", PING, webhook.id().toString(), now)
                .put("data", new JsonObject().put("webhookId", webhook.id().toString()))
                .toBuffer()
                .getBytes();
    }

    private static JsonObject head(UUID id, String source, String type, String subject, Instant time) {
        return new JsonObject()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", source)
                .put("type", type)
                .put("subject", subject)
                .put("time", time.toString())
                .put("datacontenttype", "application/json");
    }
}
