package cn.quality.gateway.webhooks;

import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Webhooks as rows. */
@ApplicationScoped
class WebhookRepository {

    private final Jdbc sql;

    WebhookRepository(Jdbc sql) {
        this.sql = sql;
    }

    void insert(Webhook webhook) {
        sql.update(
                """
                insert into webhook (id, client, url, types, regions, contact, state, reason, secret, paced_at, held_until,
                                     handshakes, handshake_due, permission_key, created_at, changed_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)""",
                webhook.id(),
                webhook.client(),
                webhook.url(),
                webhook.types().toArray(String[]::new),
                webhook.regions().toArray(String[]::new),
                webhook.contact(),
                webhook.state().name(),
                webhook.reason(),
                webhook.secret(),
                webhook.createdAt(),
                webhook.createdAt(),
                webhook.createdAt(),
                webhook.permissionKey(),
                webhook.createdAt(),
                webhook.changedAt(),
                webhook.version());
    }

    /** Stores the next version; a webhook that has to agree anew is asked at once. */
    Webhook update(Webhook webhook, Instant now) {
        sql.update(
                """
                update webhook set url = ?, types = ?, regions = ?, contact = ?, state = ?, reason = ?, secret = ?,
                       former_secret = ?, former_until = ?, rate = ?, permission_key = ?, changed_at = ?, version = version + 1,
                       handshakes = 0, handshake_due = ?, held_until = least(held_until, ?)
                where id = ?""",
                webhook.url(),
                webhook.types().toArray(String[]::new),
                webhook.regions().toArray(String[]::new),
                webhook.contact(),
                webhook.state().name(),
                webhook.reason(),
                webhook.secret(),
                webhook.formerSecret().map(Webhook.FormerSecret::secret).orElse(null),
                webhook.formerSecret().map(Webhook.FormerSecret::until).orElse(null),
                webhook.rate().orElse(null),
                webhook.permissionKey(),
                now,
                now,
                now,
                webhook.id());
        return find(webhook.id()).orElseThrow();
    }

    void delete(UUID id) {
        sql.update("delete from webhook where id = ?", id);
    }

    Optional<Webhook> find(UUID id) {
        return sql.first("select * from webhook where id = ?", WebhookRepository::read, id);
    }

    /** For a change: locked until the transaction ends. */
    Optional<Webhook> lock(UUID id) {
        return sql.first("select * from webhook where id = ? for no key update", WebhookRepository::read, id);
    }

    /** Oldest first. */
    List<Webhook> list(Optional<String> client, PageRequest page) {
        return sql.query(
                "select * from webhook where (? or client = ?) and id > ? order by id limit ?",
                WebhookRepository::read,
                client.isEmpty(),
                client.orElse(""),
                page.cursor().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)),
                page.fetch());
    }

    /** How many the client has; others of the same client wait until the transaction ends. */
    long countForMore(String client) {
        sql.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, client);
        return sql.first("select count(*) from webhook where client = ?", row -> row.getLong(1), client)
                .orElseThrow();
    }

    /** A webhook whose receiver is to be asked, and how often it was asked before. */
    record PendingHandshake(Webhook webhook, int handshakes) {}

    /** Takes those that are due; they come back after {@code lease} when they are not settled. */
    List<PendingHandshake> claimPendingHandshakes(Instant now, Duration lease) {
        return sql.query("""
                update webhook set handshake_due = ?, handshakes = handshakes + 1 where id in (
                  select id from webhook where state = 'PENDING' and handshake_due <= ? for no key update skip locked)
                returning *""", row -> new PendingHandshake(read(row), row.getInt("handshakes")), now.plus(lease), now);
    }

    void askAgain(UUID id, Instant due) {
        sql.update("update webhook set handshake_due = ? where id = ? and state = 'PENDING'", due, id);
    }

    /** Nothing is delivered until then. */
    void pauseUntil(UUID id, Instant until) {
        sql.update("update webhook set held_until = greatest(held_until, ?) where id = ?", until, id);
    }

    static Webhook read(ResultSet row) throws SQLException {
        var former = row.getString("former_secret");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("client"),
                row.getString("url"),
                texts(row, "types"),
                texts(row, "regions"),
                row.getString("contact"),
                WebhookState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("secret"),
                former == null
                        ? Optional.empty()
                        : Optional.of(new Webhook.FormerSecret(former, Jdbc.instant(row, "former_until"))),
                Optional.ofNullable(row.getObject("rate", Integer.class)),
                row.getString("permission_key"),
                Jdbc.instant(row, "created_at"),
                Jdbc.instant(row, "changed_at"),
                row.getLong("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
