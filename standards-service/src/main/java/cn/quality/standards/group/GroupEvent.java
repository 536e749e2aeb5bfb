package cn.quality.standards.group;

import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a group standard, for other systems. Of a proposal that its body has not approved there is none: it is the
 * body's own business.
 *
 * @param sequence version of the project after it
 * @param project none as long as it is not public
 */
record GroupEvent(Kind kind, long sequence, Optional<Snapshot> project) {

    static final String TOPIC = "quality.standards.group-project";

    enum Kind {
        /** A draft is open for comments, or longer than before. */
        CONSULTED("consulted"),
        PUBLISHED("published"),
        /** Anything else; the snapshot's state tells what. */
        CHANGED("changed");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        String type() {
            return "cn.quality.standards.group-project." + name + ".v1";
        }
    }

    /**
     * A project as everybody may know it.
     *
     * @param commentsUntil last day of the last round of comments
     * @param reviewDueOn when it is to be reviewed at the latest
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            UUID projectId,
            UUID bodyId,
            String bodyUscc,
            String bodyName,
            String title,
            GroupState state,
            @Nullable String standardNumber,
            @Nullable LocalDate commentsUntil,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate implementedOn,
            @Nullable LocalDate reviewDueOn) {}

    Optional<OutboundEvent> outbound() {
        return project.map(snapshot ->
                new OutboundEvent(TOPIC, kind.type(), snapshot.projectId().toString(), sequence, snapshot));
    }
}
