package cn.quality.platform.outbox;

import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.trace.Trace;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Carries committed events to Kafka as CloudEvents 1.0 in binary mode.
 *
 * <p>Any number of relays may run: a transaction-scoped advisory lock lets one work at a time, which keeps the order per
 * subject (several workers with SKIP LOCKED would not). A row is marked only after the broker has acknowledged it in all
 * replicas; a crash between the two sends it again under the same id, and the inboxes drop the second.
 */
final class Relay {

    /** Any number will do, as long as every relay of this database uses the same. */
    private static final long LOCK = 0x6f7574626f78L;

    private final Jdbc sql;
    private final Producer<String, byte[]> producer;
    private final Clock clock;
    private final String source;
    private final int batch;

    Relay(Jdbc sql, Producer<String, byte[]> producer, Clock clock, String source, int batch) {
        this.sql = sql;
        this.producer = producer;
        this.clock = clock;
        this.source = source;
        this.batch = batch;
    }

    /**
     * Publishes the oldest waiting events.
     *
     * @return how many were published; 0 when none wait or another relay is at work
     * @throws BrokerUnavailable when the broker did not take all of them; what it took is marked, the rest waits
     */
    int publishWaiting() throws BrokerUnavailable {
        var sent = QuarkusTransaction.requiringNew().call(() -> {
            var waiting = locked() ? waiting() : List.<Row>of();
            var outcome = waiting.isEmpty() ? new Sent(List.of(), null) : send(waiting);
            mark(outcome.published());
            return outcome;
        });
        if (sent.failure() != null) {
            throw new BrokerUnavailable(sent.failure());
        }
        return sent.published().size();
    }

    private record Sent(List<UUID> published, @Nullable Exception failure) {}

    private record Row(UUID id, String traceparent, ProducerRecord<String, byte[]> message) {}

    private boolean locked() {
        return sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElse(false);
    }

    private List<Row> waiting() {
        return sql.query("""
                select id, topic, type, subject, sequence, actor, traceparent, occurred_at, data
                from outbox where position is null order by ordinal limit ?""", this::row, batch);
    }

    private Sent send(List<Row> rows) {
        var pending = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) {
            var span = Trace.ofMessage(SpanKind.PRODUCER, "send", row.message().topic(), row.traceparent());
            span.setAttribute("messaging.message.id", row.id().toString());
            header(row.message(), "ce_traceparent", Trace.traceparent(span));
            pending.add(producer.send(row.message(), (sent, failure) -> Trace.end(span, failure)));
        }
        producer.flush();
        var published = new ArrayList<UUID>(rows.size());
        var heldBack = new HashSet<String>();
        Exception failure = null;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            try {
                pending.get(i).get();
                // A later event of a subject whose earlier one failed goes again after it, so the log keeps their
                // order.
                if (!heldBack.contains(row.message().key())) {
                    published.add(row.id());
                }
            } catch (ExecutionException e) {
                heldBack.add(row.message().key());
                failure = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Sent(published, e);
            }
        }
        return new Sent(published, failure);
    }

    private Row row(ResultSet row) throws SQLException {
        var data = row.getString("data").getBytes(StandardCharsets.UTF_8);
        // No time of our own on the message: ce_time tells when it happened, and a broker refuses what is far from its
        // clock.
        var message = new ProducerRecord<>(row.getString("topic"), row.getString("subject"), data);
        header(message, "content-type", "application/json");
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", row.getString("id"));
        header(message, "ce_source", source);
        header(message, "ce_type", row.getString("type"));
        header(message, "ce_subject", message.key());
        header(message, "ce_time", Jdbc.instant(row, "occurred_at").toString());
        header(message, "ce_partitionkey", message.key());
        header(message, "ce_sequence", row.getString("sequence"));
        header(message, "ce_actor", row.getString("actor"));
        return new Row(row.getObject("id", UUID.class), row.getString("traceparent"), message);
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Positions are given in the order of publication under the lock: a reader of {@code position > n} misses nothing. */
    private void mark(List<UUID> published) {
        if (!published.isEmpty()) {
            sql.update("""
                    update outbox set published_at = ?, position = last.position + sent.nth
                    from unnest(?::uuid[]) with ordinality as sent (id, nth),
                         (select coalesce(max(position), 0) as position from outbox) as last
                    where outbox.id = sent.id""", clock.instant(), published.toArray(UUID[]::new));
        }
    }

    /** Kafka could not take the events; they wait in the outbox. */
    static final class BrokerUnavailable extends Exception {

        private static final long serialVersionUID = 1L;

        BrokerUnavailable(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
