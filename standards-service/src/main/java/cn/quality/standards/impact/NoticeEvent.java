package cn.quality.standards.impact;

import cn.quality.platform.outbox.OutboundEvent;

/** What other services learn of a notice: that a declaration is to be updated, and that this is done. */
sealed interface NoticeEvent {

    String TOPIC = "quality.standards.impact";

    NoticeSnapshot snapshot();

    long sequence();

    /** CloudEvents type; a JSON Schema of this name lies under {@code schemas/}. */
    String type();

    default OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, type(), snapshot().noticeId().toString(), sequence(), snapshot());
    }

    record Noted(NoticeSnapshot snapshot) implements NoticeEvent {
        @Override
        public long sequence() {
            return 1;
        }

        @Override
        public String type() {
            return "cn.quality.standards.impact.noted.v1";
        }
    }

    record Cleared(NoticeSnapshot snapshot) implements NoticeEvent {
        @Override
        public long sequence() {
            return 2;
        }

        @Override
        public String type() {
            return "cn.quality.standards.impact.cleared.v1";
        }
    }
}
