package cn.quality.gateway.webhooks;

import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries as rows: those that wait, and the log of those that ended. */
@ApplicationScoped
class DeliveryRepository {

    /** Of a webhook with a rate, so much is to be had at once as a second allows, and what was not used does not add up. */
    private static final String TAKE = """
            with open as (
              select w.*, coalesce(busy.deliveries, 0) as in_flight,
                     case when w.rate is null then ?
                          else floor(extract(epoch from ?::timestamptz - greatest(w.paced_at, ?::timestamptz
                                     - greatest(1, w.rate / 60) * interval '60 s' / w.rate)) * w.rate / 60 + 0.001) end as allowed
              from webhook w left join unnest(?::uuid[], ?::int[]) as busy (id, deliveries) on busy.id = w.id
              where w.state = 'ACTIVE' and w.held_until <= ?
                and exists (select from delivery where webhook_id = w.id and state = 'WAITING' and due_at <= ?)
              for no key update of w skip locked),
            due as (
              select d.webhook_id, d.event_id from open
              cross join lateral (
                select webhook_id, event_id from delivery
                where webhook_id = open.id and state = 'WAITING' and due_at <= ?
                order by due_at limit greatest(0, least(open.allowed, ? - open.in_flight))::bigint
                for update skip locked) d
              limit ?),
            paced as (
              update webhook w
              set paced_at = greatest(w.paced_at, ?::timestamptz - greatest(1, w.rate / 60) * interval '60 s' / w.rate)
                             + taken.deliveries * interval '60 s' / w.rate
              from (select webhook_id, count(*) as deliveries from due group by webhook_id) taken
              where w.id = taken.webhook_id and w.rate is not null),
            taken as (
              update delivery d set due_at = ? from due
              where d.webhook_id = due.webhook_id and d.event_id = due.event_id returning d.*)
            select open.*, n.*, taken.attempts, taken.queued_at
            from taken join open on open.id = taken.webhook_id join notice n on n.event_id = taken.event_id""";

    private static final String QUEUE = """
            insert into delivery (webhook_id, event_id, aggregate, subject, type, sequence, position, state, attempts,
                                  queued_at, due_at, failure)
            select w.id, n.event_id, n.aggregate, n.subject, n.type, n.sequence, n.position, 'WAITING', 0, ?, ?, ''
            from notice n join webhook w
              on w.types && n.meant_by and (cardinality(w.regions) = 0 or w.regions && n.around)
                and (n.recipient is null or n.recipient = w.client)
            where %s
            on conflict (webhook_id, event_id) do update
            set state = 'WAITING', attempts = 0, queued_at = excluded.queued_at, due_at = excluded.due_at, ended_at = null,
                status = null, failure = ''
            where delivery.state <> 'WAITING'""";
    private static final String OF_AN_EVENT = QUEUE.formatted("w.state <> 'FAILED' and n.event_id = ?");
    private static final String OF_A_REPLAY =
            QUEUE.formatted("w.id = ? and n.position > ? and n.time >= ?::timestamptz");

    private final Jdbc sql;

    DeliveryRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** An event for a webhook, and how often its delivery has been tried. */
    record Delivery(Webhook webhook, EventSnapshot snapshot, int attempts, Instant queuedAt) {}

    /** Queues an event for every webhook it fits, in place of what waited of its subject before. */
    void queue(EventSnapshot snapshot, Instant now) {
        sql.update("""
                update delivery set state = 'SUPERSEDED', ended_at = ?
                where aggregate = ? and subject = ? and event_id <> ? and state in ('WAITING', 'DEAD')""", now, snapshot.aggregate(), snapshot.subject(), snapshot.id());
        sql.update(OF_AN_EVENT, now, now, snapshot.id());
    }

    /** Queues again what the webhook would have received from a place or a moment on. */
    int queueAgain(UUID webhook, NewReplay from, Instant now) {
        return sql.update(
                OF_A_REPLAY,
                now,
                now,
                webhook,
                from.after() == null ? -1L : from.after(),
                from.since() == null ? Instant.EPOCH : from.since());
    }

    /**
     * Takes what is due. What is not settled by {@link #settle} comes back after {@code lease}.
     *
     * @param busy how many deliveries the caller has under way already, by webhook
     */
    List<Delivery> take(Instant now, Duration lease, Map<UUID, Integer> busy, int perWebhook, int most) {
        var webhooks = List.copyOf(busy.entrySet());
        return sql.query(
                TAKE,
                row -> new Delivery(
                        WebhookRepository.read(row),
                        EventSnapshot.read(row),
                        row.getInt("attempts"),
                        Jdbc.instant(row, "queued_at")),
                most,
                now,
                now,
                webhooks.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                webhooks.stream().map(Map.Entry::getValue).toArray(Integer[]::new),
                now,
                now,
                now,
                perWebhook,
                most,
                now,
                now.plus(lease));
    }

    /** How an attempt ended. */
    record Settled(
            UUID webhook,
            UUID event,
            DeliveryView.State state,
            Instant due,
            Optional<Integer> status,
            String failure) {}

    /** An event that was overtaken on its way has been delivered all the same. */
    void settle(List<Settled> attempts, Instant now) {
        sql.batch(
                """
                update delivery set state = ?, attempts = attempts + 1, due_at = ?, ended_at = ?, status = ?, failure = ?
                where webhook_id = ? and event_id = ? and (state = 'WAITING' or (state = 'SUPERSEDED' and ?))""",
                attempts.stream()
                        .map(attempt -> new @Nullable Object[] {
                            attempt.state().name(),
                            attempt.due(),
                            attempt.state() == DeliveryView.State.WAITING ? null : now,
                            attempt.status().orElse(null),
                            attempt.failure(),
                            attempt.webhook(),
                            attempt.event(),
                            attempt.state() == DeliveryView.State.DELIVERED
                        })
                        .toList());
    }

    /** Gives up what has been tried, or could not be tried, since before {@code start}. */
    int giveUp(Instant start, Instant now) {
        return sql.update(
                "update delivery set state = 'DEAD', ended_at = ? where state = 'WAITING' and queued_at < ?",
                now,
                start);
    }

    void forget(Instant before) {
        sql.update("delete from delivery where ended_at < ?", before);
    }

    /** Newest first. */
    List<DeliveryView> log(UUID webhook, Optional<DeliveryView.State> state, PageRequest page) {
        return sql.query(
                """
                select * from delivery where webhook_id = ? and position < ? and (? or state = ?)
                order by position desc limit ?""",
                DeliveryRepository::line,
                webhook,
                page.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE),
                state.isEmpty(),
                state.map(Enum::name).orElse(""),
                page.fetch());
    }

    private static DeliveryView line(ResultSet row) throws SQLException {
        var state = DeliveryView.State.valueOf(row.getString("state"));
        return new DeliveryView(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getLong("sequence"),
                row.getLong("position"),
                state,
                row.getInt("attempts"),
                Jdbc.instant(row, "queued_at"),
                state == DeliveryView.State.WAITING ? Jdbc.instant(row, "due_at") : null,
                state == DeliveryView.State.WAITING ? null : Jdbc.instant(row, "ended_at"),
                row.getObject("status", Integer.class),
                row.getString("failure"));
    }
}
