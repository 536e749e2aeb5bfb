package cn.quality.standards.feedback;

import cn.quality.platform.outbox.OutboundEvent;
import java.time.Instant;
import java.util.UUID;

/** What others learn of a report: the published answer, and nothing before or besides it. */
record FeedbackEvent(long sequence, Snapshot snapshot) {

    static final String TOPIC = "quality.standards.feedback";
    static final String TYPE = "cn.quality.standards.feedback.published.v1";

    enum Kind {
        /** Nothing is told. */
        NONE,
        PUBLISHED
    }

    /** @param number as it was reported */
    record Snapshot(
            UUID feedbackId,
            String number,
            FeedbackCategory category,
            String question,
            String answer,
            Instant publishedAt) {}

    OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, TYPE, snapshot.feedbackId().toString(), sequence, snapshot);
    }
}
