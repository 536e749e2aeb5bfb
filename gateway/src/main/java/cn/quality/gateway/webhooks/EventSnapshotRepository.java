package cn.quality.gateway.webhooks;

import cn.quality.platform.inbox.InboundEvent;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The latest event of each subject. */
@ApplicationScoped
class EventSnapshotRepository {

    private static final String STORE_IF_NEWER = """
            insert into notice (aggregate, subject, event_id, position, type, source, sequence, time, traceparent, meant_by,
                                around, recipient, data)
            values (?, ?, ?, nextval('notice_position'), ?, ?, ?, ?, ?, ?, ?, ?, ?::json)
            on conflict (aggregate, subject) do update
            set event_id = excluded.event_id, position = excluded.position, type = excluded.type, source = excluded.source,
                sequence = excluded.sequence, time = excluded.time, traceparent = excluded.traceparent,
                meant_by = excluded.meant_by, around = excluded.around, recipient = excluded.recipient,
                data = excluded.data
            where notice.sequence < excluded.sequence
            returning *""";

    private final Jdbc sql;

    EventSnapshotRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** Nothing when a later event of the subject came before. */
    Optional<EventSnapshot> storeIfNewer(InboundEvent event) {
        return sql.first(
                STORE_IF_NEWER,
                EventSnapshot::read,
                EventCatalogue.aggregate(event.type()),
                event.subject(),
                event.id(),
                event.type(),
                event.source(),
                event.sequence(),
                event.time(),
                event.traceparent(),
                EventCatalogue.waysToMean(event.type()).toArray(String[]::new),
                EventCatalogue.regionsAround(event.data().path("region").asText(""))
                        .toArray(String[]::new),
                EventCatalogue.isPrivate(event.type())
                        ? event.data().path("recipient").asText("")
                        : null,
                event.data().toString());
    }

    /** The platform does this beside its relay, and the gateway runs none. */
    void forgetReceipts(Instant before) {
        sql.update("delete from inbox where received_at < ?", before);
        sql.update("delete from idempotency where created_at < ?", before);
    }

    /** Not what is still on its way: history that is read anew is old when it comes. */
    void forget(Instant before) {
        sql.update("""
                delete from notice n where time < ? and not exists (
                  select from delivery d
                  where d.aggregate = n.aggregate and d.subject = n.subject and d.state = 'WAITING')""", before);
    }
}
