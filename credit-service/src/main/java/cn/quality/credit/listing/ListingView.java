package cn.quality.credit.listing;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.rules.Deadline;
import cn.quality.credit.rules.Severity;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the office sees it.
 *
 * @param version also the ETag; what {@code If-Match} compares with
 * @param deadlines all that ran for it, with what each was computed from
 * @param clocks the same as {@code deadlines}, for clients of the version before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "条目，办案人员可见的全部内容 (a list entry as the office sees it, in full)")
record ListingView(
        UUID id,
        long version,
        String uscc,
        String enterpriseName,
        ListKind kind,
        ActivityField field,
        String ground,
        String legalBasis,
        @Nullable Severity severity,
        @Nullable LocalDate conductEndedOn,
        @Nullable LocalDate banUntil,
        String region,
        ListingState state,
        @Nullable DecisionDocument decision,
        List<ResponsiblePerson> responsible,
        @Nullable LocalDate validUntil,
        @Nullable UUID batchId,
        @Nullable String announcement,
        @Nullable Instant publishedAt,
        @Nullable String statement,
        @Nullable Instant statedAt,
        @Nullable LocalDate measuresLiftedOn,

        @Schema(description = "使本红榜条目撤下的黑榜条目 (the black entry for which this honour was withdrawn)") @Nullable
        UUID displacedBy,

        List<CaseDocument> documents,
        List<RunningDeadline> deadlines,

        @Schema(deprecated = true, description = "请改用 deadlines (use deadlines)")
        List<Clock> clocks,

        List<Objection.View> objections,
        List<RepairApplication.View> repairs,
        List<HistoryEntry> acts,
        @Nullable SafetyField safetyField,
        @Nullable String violationKind,
        List<Penalty> penalties) {

    /** A deadline as it was called in the version before. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RunningClock", deprecated = true, description = "期限，旧称 (a deadline by its former name)")
    record Clock(
            ListingDeadline clock,
            LocalDate startedOn,
            Deadline deadline,
            @Nullable LocalDate endedOn) {

        static List<Clock> of(List<RunningDeadline> deadlines) {
            return deadlines.stream()
                    .map(one -> new Clock(one.kind(), one.startedOn(), one.deadline(), one.endedOn()))
                    .toList();
        }
    }
}
