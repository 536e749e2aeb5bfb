package cn.quality.standards.registry;

import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services learn of an entry. That one is proposed or under review is for nobody outside. */
record RegistryEvent(Kind kind, long sequence, Snapshot snapshot) {

    static final String TOPIC = "quality.standards.registry";

    enum Kind {
        /** Nothing is told. */
        NONE(""),
        ENTERED("entered"),
        CHANGED("changed"),
        EXITED("exited");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        String type() {
            return "cn.quality.standards.registry." + name + ".v1";
        }
    }

    /**
     * What others may know of an entry; of one that has left no more than that.
     *
     * @param name nothing once it has left, as all that follows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            UUID entryId,
            String kind,
            PublicState state,
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String region,
            @Nullable Map<String, String> fields,
            @Nullable LocalDate enteredOn,
            @Nullable LocalDate validUntil) {

        static Snapshot ended(UUID id, String kind) {
            return new Snapshot(id, kind, PublicState.EXITED, null, null, null, null, null, null);
        }
    }

    /** All that is public of where an entry stands. */
    enum PublicState {
        ENTERED,
        EXITED
    }

    Optional<OutboundEvent> outbound() {
        return kind == Kind.NONE
                ? Optional.empty()
                : Optional.of(
                        new OutboundEvent(TOPIC, kind.type(), snapshot.entryId().toString(), sequence, snapshot));
    }
}
