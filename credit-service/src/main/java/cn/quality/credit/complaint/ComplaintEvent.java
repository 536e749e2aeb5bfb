package cn.quality.credit.complaint;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a complaint. */
public sealed interface ComplaintEvent {

    /** It goes on inside the office; it is not published. */
    record Moved() implements ComplaintEvent {}

    /** An end that is published to other services, without anything of the complainant or the story. */
    sealed interface Shared extends ComplaintEvent permits Closed {

        String TOPIC = "quality.credit.complaint";

        /** CloudEvents type; its JSON Schema has the same name. */
        String type();

        /** Version of the complaint after the change. */
        long sequence();

        Snapshot complaint();

        default OutboundEvent outbound() {
            return new OutboundEvent(TOPIC, type(), complaint().complaintId().toString(), sequence(), complaint());
        }
    }

    /** Closed, not accepted, or withdrawn. */
    record Closed(long sequence, Snapshot complaint) implements Shared {
        @Override
        public String type() {
            return "cn.quality.credit.complaint.closed.v1";
        }
    }

    /**
     * What may be known of an ended complaint.
     *
     * @param inTime whether every clock was met
     * @param uscc only of a substantiated one whose record is public
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            UUID complaintId,
            ComplaintKind kind,
            String region,
            ActivityField field,
            Outcome outcome,
            boolean inTime,
            LocalDate endedOn,
            @Nullable String uscc) {}
}
