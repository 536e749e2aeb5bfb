package cn.quality.standards.catalogue;

import cn.quality.platform.outbox.OutboundEvent;

/** What other services learn of a standard. The payload is always the full snapshot after the change. */
sealed interface StandardEvent {

    String TOPIC = "quality.standards.standard";

    StandardSnapshot snapshot();

    /** Version of the standard this event speaks of. */
    long sequence();

    /** CloudEvents type; a JSON Schema of this name lies under {@code schemas/}. */
    String type();

    default OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, type(), snapshot().standardId().toString(), sequence(), snapshot());
    }

    /** Entered, or corrected without a change of force. */
    record Registered(StandardSnapshot snapshot, long sequence) implements StandardEvent {
        @Override
        public String type() {
            return "cn.quality.standards.standard.registered.v1";
        }
    }

    record Replaced(StandardSnapshot snapshot, long sequence) implements StandardEvent {
        @Override
        public String type() {
            return "cn.quality.standards.standard.replaced.v1";
        }
    }

    record Withdrawn(StandardSnapshot snapshot, long sequence) implements StandardEvent {
        @Override
        public String type() {
            return "cn.quality.standards.standard.withdrawn.v1";
        }
    }
}
