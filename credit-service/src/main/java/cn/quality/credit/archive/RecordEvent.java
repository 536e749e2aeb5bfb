package cn.quality.credit.archive;

import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services are notified of about the archive. */
public sealed interface RecordEvent {

    String TOPIC = "quality.credit.record";

    /** CloudEvents type; its JSON Schema has the same name. */
    String type();

    Snapshot entry();

    /** A record never changes; what changes is the chain it begins, and each correction is a version of that. */
    default OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, type(), entry().recordId().toString(), entry().position(), entry());
    }

    /** A fact has been put on file. */
    record Recorded(Snapshot entry) implements RecordEvent {
        @Override
        public String type() {
            return "cn.quality.credit.record.recorded.v1";
        }
    }

    /** Another record of the chain speaks now. */
    record Corrected(Snapshot entry) implements RecordEvent {
        @Override
        public String type() {
            return "cn.quality.credit.record.corrected.v1";
        }
    }

    /** The fact no longer counts; stop showing and using it. */
    record Voided(Snapshot entry) implements RecordEvent {
        @Override
        public String type() {
            return "cn.quality.credit.record.voided.v1";
        }
    }

    /**
     * That there is a fact of this kind; the fact itself stays with those who may see it.
     *
     * @param recordId first record of the chain
     * @param currentId the record that speaks now
     * @param sampling the result of supervision sampling, where it is public and stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            UUID recordId,
            UUID currentId,
            String uscc,
            RecordKind kind,
            String department,
            LocalDate occurredOn,
            Disclosure disclosure,
            String region,
            @Nullable Sampling sampling,
            @JsonIgnore int position) {}

    /**
     * The result of supervision sampling, for those who count pass rates.
     *
     * @param report number of its report
     * @param recheckOf number of the report whose sample was examined again
     * @param validTo last day on which the record is shown to the public
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sampling(
            String product,
            @Nullable String productKind,
            boolean passed,
            boolean recheck,
            @Nullable String report,
            @Nullable String recheckOf,
            @Nullable LocalDate validTo) {

        /** Of a record whose details fit the form of {@link RecordKind#SAMPLING_RESULT}. */
        static Sampling of(ObjectNode details, @Nullable LocalDate validTo) {
            return new Sampling(
                    details.path("product").asText(),
                    details.path("productKind").textValue(),
                    details.path("result").asText().equals("合格"),
                    details.path("recheck").asBoolean(),
                    details.path("reportNumber").textValue(),
                    details.path("recheckOf").textValue(),
                    validTo);
        }
    }
}
