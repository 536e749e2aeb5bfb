package cn.quality.credit.enterprise;

import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What other services receive about an enterprise. */
public sealed interface EnterpriseEvent {

    String TOPIC = "quality.credit.enterprise";

    /** CloudEvents type; its JSON Schema has the same name. */
    String type();

    /** Version of the enterprise after the change. */
    long sequence();

    Snapshot enterprise();

    default OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, type(), enterprise().uscc(), sequence(), enterprise());
    }

    /** It is on file from now on. */
    record Registered(long sequence, Snapshot enterprise) implements EnterpriseEvent {
        @Override
        public String type() {
            return "cn.quality.credit.enterprise.registered.v1";
        }
    }

    /** It has another name. */
    record Renamed(long sequence, Snapshot enterprise) implements EnterpriseEvent {
        @Override
        public String type() {
            return "cn.quality.credit.enterprise.renamed.v1";
        }
    }

    /** It belongs to another region. */
    record Relocated(long sequence, Snapshot enterprise) implements EnterpriseEvent {
        @Override
        public String type() {
            return "cn.quality.credit.enterprise.relocated.v1";
        }
    }

    /** Its industry, fields, address or parent are others. */
    record Amended(long sequence, Snapshot enterprise) implements EnterpriseEvent {
        @Override
        public String type() {
            return "cn.quality.credit.enterprise.amended.v1";
        }
    }

    /** It no longer exists. */
    record Closed(long sequence, Snapshot enterprise) implements EnterpriseEvent {
        @Override
        public String type() {
            return "cn.quality.credit.enterprise.closed.v1";
        }
    }

    /** All of the enterprise that may be shared: no address, no person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            String uscc,
            String name,
            String region,
            EnterpriseStatus status,
            SubjectType subjectType,
            @Nullable String industry,
            List<ActivityField> fields,
            @Nullable String parent,
            @Nullable LocalDate registeredOn,
            @Nullable LocalDate closedOn,
            boolean fictional) {}
}
