package cn.quality.platform.outbox;

import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.sql.Sql;
import cn.quality.platform.trace.Trace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/** Where a use case leaves its events: they are stored with its effect, or not at all. */
@ApplicationScoped
public class Outbox {

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;
    private final Actor actor;
    private final RelayRunner relay;
    private final TransactionSynchronizationRegistry transactions;

    Outbox(
            Sql sql,
            ObjectMapper json,
            Clock clock,
            Actor actor,
            RelayRunner relay,
            TransactionSynchronizationRegistry transactions) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.actor = actor;
        this.relay = relay;
        this.transactions = transactions;
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
                            written(event.data())
                        })
                        .toList());
        transactions.registerInterposedSynchronization(new WakeRelay());
    }

    private String written(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class WakeRelay implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
