package cn.quality.gateway.webhooks;

import cn.quality.gateway.webhooks.WebhookSender.Reply;
import cn.quality.gateway.webhooks.WebhookState.Move;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks a receiver whether it wants events, before anything is sent to it: the validation of HTTP 1.1 Web Hooks for Event
 * Delivery (CloudEvents). No system can be made to receive what it did not ask for.
 */
@ApplicationScoped
class Handshake {

    static final String ALLOWED_RATE = "WebHook-Allowed-Rate";

    private static final int ATTEMPTS = 5;

    private final WebhookSender sender;
    private final WebhookRepository webhooks;
    private final WebhookService service;
    private final WebhookConfig config;
    private final Clock clock;

    Handshake(
            WebhookSender sender,
            WebhookRepository webhooks,
            WebhookService service,
            WebhookConfig config,
            Clock clock) {
        this.sender = sender;
        this.webhooks = webhooks;
        this.service = service;
        this.config = config;
        this.clock = clock;
    }

    void with(WebhookRepository.PendingHandshake pending) {
        var webhook = pending.webhook();
        var reply = sender.ask(webhook, headers(webhook));
        var refusal = refusal(reply);
        if (refusal.isEmpty()) {
            service.agree(webhook.id(), rate(reply.headers().get(ALLOWED_RATE)));
        } else if (config.callback().isPresent() && reply.accepted()) {
            // The receiver has the address at which it can agree later.
            webhooks.askAgain(webhook.id(), clock.instant().plus(config.patience()));
        } else if (pending.handshakes() >= ATTEMPTS) {
            service.end(webhook.id(), Move.REFUSE, refusal.get());
        } else {
            webhooks.askAgain(
                    webhook.id(),
                    clock.instant().plus(Backoff.after(pending.handshakes(), RandomGenerator.getDefault())));
        }
    }

    private Map<String, String> headers(Webhook webhook) {
        var headers = new HashMap<String, String>();
        headers.put("WebHook-Request-Origin", config.origin());
        headers.put("WebHook-Request-Rate", Integer.toString(config.requestRate()));
        config.callback()
                .ifPresent(base -> headers.put(
                        "WebHook-Request-Callback",
                        "%s/%s/permission?key=%s".formatted(base, webhook.id(), webhook.permissionKey())));
        return headers;
    }

    private Optional<String> refusal(Reply reply) {
        if (!reply.accepted()) {
            return Optional.of("handshake: " + reply.failure());
        }
        var origin = reply.headers().get("WebHook-Allowed-Origin");
        if (origin == null || !(origin.equals("*") || origin.equalsIgnoreCase(config.origin()))) {
            return Optional.of("handshake: WebHook-Allowed-Origin does not name " + config.origin());
        }
        return Optional.empty();
    }

    /** {@code *} is as many as there are; a receiver that says nothing gets what was asked for. */
    Optional<Integer> rate(@Nullable String allowed) {
        if (allowed == null) {
            return Optional.of(config.requestRate());
        }
        if (allowed.strip().equals("*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Math.max(1, Integer.parseInt(allowed.strip())));
        } catch (NumberFormatException e) {
            return Optional.of(config.requestRate());
        }
    }
}
