package cn.quality.platform.inbox;

import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.sql.SqlFailure;
import cn.quality.platform.trace.Trace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes messages in, each once in effect. */
@ApplicationScoped
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int ATTEMPTS = 3;

    private final Jdbc sql;
    private final Clock clock;

    Inbox(Jdbc sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Takes a batch in one transaction; when that fails, message by message, so that one bad message costs only itself.
     *
     * @throws RuntimeException when the database is away; nothing was taken beyond what was committed, try again
     */
    void take(EventConsumer consumer, List<ConsumerRecord<String, byte[]>> messages) {
        if (messages.size() > 1 && takenTogether(consumer, messages)) {
            return;
        }
        messages.forEach(message -> Trace.inside(span(consumer, message), () -> takeOne(consumer, message)));
    }

    private static Span span(EventConsumer consumer, ConsumerRecord<String, byte[]> message) {
        var traceparent = InboundEvent.header(message, "ce_traceparent");
        return Trace.ofMessage(SpanKind.CONSUMER, "process", message.topic(), traceparent)
                .setAttribute("messaging.consumer.group.name", consumer.group());
    }

    private boolean takenTogether(EventConsumer consumer, List<ConsumerRecord<String, byte[]>> messages) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> messages.forEach(
                            message -> Trace.inside(span(consumer, message), () -> handle(consumer, message))));
            return true;
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s takes a batch one by one", consumer.group());
            return false;
        }
    }

    private void takeOne(EventConsumer consumer, ConsumerRecord<String, byte[]> message) {
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> handle(consumer, message));
                return;
            } catch (RuntimeException e) {
                if (SqlFailure.isTransient(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    deadLetter(consumer, message, e);
                    return;
                }
            }
        }
    }

    private void handle(EventConsumer consumer, ConsumerRecord<String, byte[]> message) {
        try {
            var event = InboundEvent.from(message);
            if (isNew(consumer.group(), event)) {
                consumer.on(event);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    private boolean isNew(String group, InboundEvent event) {
        return sql.update("""
                insert into inbox (consumer_group, event_id, received_at) values (?, ?, ?)
                on conflict do nothing""", group, event.id(), clock.instant()) == 1;
    }

    private void deadLetter(EventConsumer consumer, ConsumerRecord<String, byte[]> message, RuntimeException failure) {
        Span.current().setStatus(StatusCode.ERROR);
        LOG.errorf(
                failure,
                "Dead letter: %s-%d@%d for %s",
                message.topic(),
                message.partition(),
                message.offset(),
                consumer.group());
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        """
                insert into dead_letter (consumer_group, topic, partition_number, message_offset, message_key, event_id,
                                         event_type, payload, failure, failed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        consumer.group(),
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        message.key(),
                        InboundEvent.header(message, "ce_id"),
                        InboundEvent.header(message, "ce_type"),
                        message.value(),
                        reason(failure),
                        clock.instant()));
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
