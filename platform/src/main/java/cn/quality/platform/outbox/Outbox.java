package cn.quality.platform.outbox;

import cn.quality.platform.http.Trace;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
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
        sql.run(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into outbox (id, topic, type, subject, sequence, actor, traceparent, occurred_at, data)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?::json)""")) {
                var now = clock.instant().atOffset(ZoneOffset.UTC);
                var traceparent = Trace.currentTraceparent();
                for (var event : events) {
                    insert.setObject(1, Ids.next());
                    insert.setString(2, event.topic());
                    insert.setString(3, event.type());
                    insert.setString(4, event.subject());
                    insert.setLong(5, event.sequence());
                    insert.setString(6, actor.id());
                    insert.setString(7, traceparent);
                    insert.setObject(8, now);
                    insert.setString(9, written(event.data()));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
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
