package cn.quality.platform.outbox;

import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.json.Json;
import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.trace.Trace;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Where a use case leaves its events: they are stored with its effect, or not at all. */
@ApplicationScoped
public class Outbox {

    private final Jdbc sql;
    private final ObjectMapper json;
    private final Clock clock;
    private final CurrentActor actor;
    private final Event<Appended> appended;

    Outbox(Jdbc sql, ObjectMapper json, Clock clock, CurrentActor actor, Event<Appended> appended) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.actor = actor;
        this.appended = appended;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(OutboundEvent event) {
        appendAll(List.of(event));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<OutboundEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var by = actor.id();
        var traceparent = Trace.currentTraceparent();
        sql.batch(
                """
                insert into outbox (id, topic, type, subject, sequence, actor, traceparent, occurred_at, data)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::json)""",
                events.stream()
                        .map(event -> new Object[] {
                            Ids.next(),
                            event.topic(),
                            event.type(),
                            event.subject(),
                            event.sequence(),
                            by,
                            traceparent,
                            now,
                            Json.unchecked(() -> json.writeValueAsString(event.data()))
                        })
                        .toList());
        appended.fire(new Appended());
    }

    /** Events were left; the relay hears of it once they are committed. */
    record Appended() {}
}
