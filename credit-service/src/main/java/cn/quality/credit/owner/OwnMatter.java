package cn.quality.credit.owner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A list entry of the enterprise that is not over: what runs, and what the enterprise can do.
 *
 * @param removal how and when the entry can be removed, as the decision says
 * @param remedies how the decision can be contested
 * @param deadlines those that run, the first to end first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "本企业未了结的条目：正在计算的期限与可以采取的行动 (an open entry: deadlines that run, and what can be done)")
record OwnMatter(
        UUID listingId,
        @Schema(examples = "BLACK") String kind,
        @Schema(examples = "NOTICE_SERVED") String state,
        String ground,
        @Nullable String documentNumber,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate validUntil,
        @Nullable String removal,
        @Nullable String remedies,
        @Nullable String statement,
        List<Deadline> deadlines) {

    /** A deadline that runs; {@code due} is its last day. */
    @Schema(name = "OwnMatterDeadline")
    record Deadline(@Schema(examples = "DEFENCE") String kind, LocalDate startedOn, LocalDate due) {}

    /** A deadline as it was called in the version before. */
    @Schema(name = "OwnMatterClock", deprecated = true)
    record Clock(@Schema(examples = "DEFENCE") String clock, LocalDate startedOn, LocalDate due) {}

    /** The same as {@link #deadlines}, for clients of the version before. */
    @Schema(deprecated = true, description = "请改用 deadlines (use deadlines)")
    @JsonProperty
    List<Clock> clocks() {
        return deadlines.stream()
                .map(one -> new Clock(one.kind(), one.startedOn(), one.due()))
                .toList();
    }

    /** What an enterprise can do, each a {@code POST} below the entry. */
    @Schema(name = "OwnMatterAct")
    enum Act {
        DEFENCE,
        STATEMENT,
        OBJECTION,
        REPAIR_APPLICATION
    }

    /** What the state leaves to the enterprise; the entry itself has the last word. */
    @Schema(description = "当前状态下企业可以采取的行动 (acts open to the enterprise)")
    @JsonProperty
    List<Act> can() {
        return switch (state) {
            case "NOTICE_SERVED" -> List.of(Act.DEFENCE);
            case "PUBLISHED" ->
                "BLACK".equals(kind)
                        ? List.of(Act.STATEMENT, Act.OBJECTION, Act.REPAIR_APPLICATION)
                        : List.of(Act.STATEMENT, Act.OBJECTION);
            case "OBJECTION_OPEN", "REPAIR_APPLIED", "REPAIR_ACCEPTED" -> List.of(Act.STATEMENT);
            default -> List.of();
        };
    }
}
