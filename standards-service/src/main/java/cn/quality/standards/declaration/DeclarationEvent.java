package cn.quality.standards.declaration;

import cn.quality.platform.outbox.OutboundEvent;

/** What other services learn of a declaration. The payload is always the full snapshot after the change. */
sealed interface DeclarationEvent {

    String TOPIC = "quality.standards.declaration";

    DeclarationSnapshot snapshot();

    /** Version of the declaration this event speaks of. */
    long sequence();

    /** CloudEvents type; a JSON Schema of this name lies under {@code schemas/}. */
    String type();

    default OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, type(), snapshot().declarationId().toString(), sequence(), snapshot());
    }

    record Made(DeclarationSnapshot snapshot, long sequence) implements DeclarationEvent {
        @Override
        public String type() {
            return "cn.quality.standards.declaration.made.v1";
        }
    }

    /** Anything after the making; the snapshot's state tells what. */
    record Changed(DeclarationSnapshot snapshot, long sequence) implements DeclarationEvent {
        @Override
        public String type() {
            return "cn.quality.standards.declaration.changed.v1";
        }
    }
}
