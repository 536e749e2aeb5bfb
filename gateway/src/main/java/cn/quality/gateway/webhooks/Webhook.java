package cn.quality.gateway.webhooks;

import cn.quality.platform.digest.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is notified, where, and of what.
 *
 * @param types event types, exact or ending in {@code .*}
 * @param regions only events of these regions and of what lies in them; empty for all, also for events without a region
 * @param reason why it is in this state, when there is more to say
 * @param formerSecret the secret before the last rotation, while it is still valid
 * @param rate deliveries a minute the receiver allows; none for as many as there are
 * @param permissionKey what a receiver shows that agrees later
 */
record Webhook(
        UUID id,
        String client,
        String url,
        List<String> types,
        List<String> regions,
        String contact,
        WebhookState state,
        String reason,
        String secret,
        Optional<FormerSecret> formerSecret,
        Optional<Integer> rate,
        String permissionKey,
        Instant createdAt,
        Instant changedAt,
        long version) {

    record FormerSecret(String secret, Instant until) {}

    /** What its client says about it. */
    Webhook described(NewWebhook as) {
        var moved = !url.equals(as.url());
        return new Webhook(
                id,
                client,
                as.url(),
                as.types(),
                as.regionsOrAll(),
                as.contact(),
                moved ? state.after(WebhookState.Move.MOVE) : state,
                moved ? "" : reason,
                secret,
                formerSecret,
                moved ? Optional.empty() : rate,
                // What the former receiver knows must not let the next one agree.
                moved ? Secrets.fresh() : permissionKey,
                createdAt,
                changedAt,
                version);
    }

    Webhook moved(WebhookState.Move move, String because) {
        return new Webhook(
                id,
                client,
                url,
                types,
                regions,
                contact,
                state.after(move),
                because,
                secret,
                formerSecret,
                rate,
                permissionKey,
                createdAt,
                changedAt,
                version);
    }

    Webhook allowed(Optional<Integer> aMinute) {
        return new Webhook(
                id,
                client,
                url,
                types,
                regions,
                contact,
                state,
                reason,
                secret,
                formerSecret,
                aMinute,
                permissionKey,
                createdAt,
                changedAt,
                version);
    }

    Webhook rotated(String next, Instant formerUntil) {
        return new Webhook(
                id,
                client,
                url,
                types,
                regions,
                contact,
                state,
                reason,
                next,
                Optional.of(new FormerSecret(secret, formerUntil)),
                rate,
                permissionKey,
                createdAt,
                changedAt,
                version);
    }

    /** The newest first. */
    List<String> secretsAt(Instant moment) {
        return Stream.concat(
                        Stream.of(secret),
                        formerSecret
                                .filter(former -> former.until().isAfter(moment))
                                .map(FormerSecret::secret)
                                .stream())
                .toList();
    }
}
