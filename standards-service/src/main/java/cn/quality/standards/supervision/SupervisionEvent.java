package cn.quality.standards.supervision;

import cn.quality.platform.outbox.OutboundEvent;
import java.time.Instant;
import java.util.UUID;

/** What other services learn of a case: what is publicised, and that it is no more. */
sealed interface SupervisionEvent {

    String TOPIC = "quality.standards.supervision";

    UUID caseId();

    Object payload();

    /** Version of the case this event speaks of. */
    long sequence();

    /** CloudEvents type; a JSON Schema of this name lies under {@code schemas/}. */
    String type();

    default OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, type(), caseId().toString(), sequence(), payload());
    }

    /** Not corrected in time, and public from now on. */
    record Publicised(PublicityView payload, long sequence) implements SupervisionEvent {
        @Override
        public UUID caseId() {
            return payload.caseId();
        }

        @Override
        public String type() {
            return "cn.quality.standards.supervision.publicised.v1";
        }
    }

    /** Public no more; of what it was nothing is told again. */
    record Ended(Ending payload, long sequence) implements SupervisionEvent {
        @Override
        public UUID caseId() {
            return payload.caseId();
        }

        @Override
        public String type() {
            return "cn.quality.standards.supervision.ended.v1";
        }
    }

    /** @param state corrected after all, or withdrawn because the finding was wrong */
    record Ending(UUID caseId, String uscc, SupervisionState state, Instant endedAt) {}
}
