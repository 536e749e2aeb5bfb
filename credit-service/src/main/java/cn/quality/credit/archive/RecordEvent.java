package cn.quality.credit.archive;

import cn.quality.platform.outbox.OutboundEvent;
import java.time.LocalDate;
import java.util.UUID;

/** What other services are told about the archive. */
public sealed interface RecordEvent {

    String TOPIC = "quality.credit.record";

    /** CloudEvents type; its JSON Schema has the same name. */
    String type();

    Snapshot entry();

    /** A record never changes, so there is one event of it. */
    default OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, type(), entry().recordId().toString(), 1, entry());
    }

    /** A fact has been put on file. */
    record Recorded(Snapshot entry) implements RecordEvent {
        @Override
        public String type() {
            return "cn.quality.credit.record.recorded.v1";
        }
    }

    /** That there is a fact of this kind; the fact itself stays with those who may see it. */
    record Snapshot(
            UUID recordId,
            String uscc,
            RecordKind kind,
            String department,
            LocalDate occurredOn,
            Disclosure disclosure,
            String region) {}
}
