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

/** An application of the enterprise to have its credit repaired (信用修复). */
@Entity
class RepairApplication {

    /** How it ended. */
    @Schema(name = "RepairOutcome")
    enum Outcome {
        /** Not taken up. */
        DECLINED,
        REFUSED,
        GRANTED,
        /** The entry left the list before it was decided. */
        LAPSED
    }

    /** @param fraudulent whether the repair was found to be obtained by fraud, and revoked */
    @Schema(name = "RepairApplication", description = "信用修复申请及其处理 (a repair application and its decision)")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            Instant appliedAt,
            String commitment,
            String correction,
            List<UUID> evidence,
            @Nullable Instant acceptedAt,
            @Nullable Outcome outcome,
            @Nullable String answer,
            @Nullable Instant decidedAt,
            boolean fraudulent) {}

    @Id
    private UUID id;

    private Instant appliedAt;
    private String commitment;
    private String correction;
    private UUID[] evidence;

    @Nullable
    Instant acceptedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable String answer;
    private @Nullable Instant decidedAt;
    private boolean fraudulent;

    @SuppressWarnings("NullAway.Init")
    protected RepairApplication() {}

    RepairApplication(CaseActs.Repairing repairing, Instant now) {
        this.id = Ids.next();
        this.appliedAt = now;
        this.commitment = repairing.commitment().strip();
        this.correction = repairing.correction().strip();
        this.evidence = CaseDocument.files(repairing.evidence());
    }

    void settle(Outcome how, @Nullable String words, Instant now) {
        outcome = how;
        answer = words;
        decidedAt = now;
    }

    void foundFraudulent() {
        fraudulent = true;
    }

    boolean isOpen() {
        return outcome == null;
    }

    boolean isGranted() {
        return outcome == Outcome.GRANTED;
    }

    boolean isFraudulent() {
        return fraudulent;
    }

    Instant appliedAt() {
        return appliedAt;
    }

    String commitment() {
        return commitment;
    }

    boolean hasEvidence() {
        return evidence.length > 0;
    }

    View view() {
        return new View(
                id,
                appliedAt,
                commitment,
                correction,
                List.of(evidence),
                acceptedAt,
                outcome,
                answer,
                decidedAt,
                fraudulent);
    }
}
