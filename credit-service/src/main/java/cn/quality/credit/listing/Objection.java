package cn.quality.credit.listing;

import cn.quality.platform.id.Ids;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An objection of the enterprise to its entry (异议, 山东省社会信用条例 art. 39). */
@Entity
class Objection {

    /** How it ended. */
    @Schema(name = "ObjectionOutcome")
    enum Outcome {
        UPHELD,
        DISMISSED,
        /** The entry left the list, or never came onto it, before it was answered. */
        LAPSED
    }

    @Schema(name = "Objection", description = "异议及其处理 (an objection and its answer)")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            Instant raisedAt,
            String content,
            List<UUID> evidence,
            @Nullable String otherUnit,
            @Nullable Outcome outcome,
            @Nullable String answer,
            @Nullable Instant decidedAt) {}

    @Id
    private UUID id;

    Instant raisedAt;
    private String content;
    private UUID[] evidence;

    @Nullable
    String otherUnit;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable String answer;
    private @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected Objection() {}

    Objection(CaseActs.Objecting objecting, Instant now) {
        this.id = Ids.next();
        this.raisedAt = now;
        this.content = objecting.content().strip();
        this.evidence = CaseDocument.files(objecting.evidence());
    }

    void settle(Outcome how, @Nullable String words, Instant now) {
        outcome = how;
        answer = words;
        decidedAt = now;
    }

    boolean isOpen() {
        return outcome == null;
    }

    View view() {
        return new View(id, raisedAt, content, List.of(evidence), otherUnit, outcome, answer, decidedAt);
    }
}
