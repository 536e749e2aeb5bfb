package cn.quality.indicator.assessment;

import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What other services learn of a cycle: its published results. The payload is always the whole of the newest edition. */
sealed interface AssessmentEvent {

    String TOPIC = "quality.indicator.assessment";

    Snapshot snapshot();

    /** CloudEvents type; a JSON Schema of this name lies under {@code schemas/}. */
    String type();

    default OutboundEvent outbound() {
        return new OutboundEvent(
                TOPIC, type(), snapshot().assessmentId().toString(), snapshot().edition(), snapshot());
    }

    /**
     * The newest edition.
     *
     * @param digest SHA-256 of its bundle
     * @param changed areas whose grade or score the edition before had otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            UUID assessmentId,
            String scheme,
            long schemeVersion,
            int year,
            int edition,
            String digest,
            Instant publishedAt,
            List<ResultView> areas,
            List<ChangeView> changed) {}

    record Published(Snapshot snapshot) implements AssessmentEvent {
        @Override
        public String type() {
            return "cn.quality.indicator.assessment.published.v1";
        }
    }

    record Corrected(Snapshot snapshot) implements AssessmentEvent {
        @Override
        public String type() {
            return "cn.quality.indicator.assessment.corrected.v1";
        }
    }
}
