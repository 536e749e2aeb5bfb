package cn.quality.indicator.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as those who work on it see it.
 *
 * @param schemeVersion the one it was opened with, and is evaluated by
 * @param year by the year it begins in
 * @param targetsDue until when targets are filed, that day included
 * @param selfEvaluationDue until when areas evaluate themselves, likewise
 * @param edition of the published result; 0 before the first
 * @param correction why it is being corrected
 * @param possible acts that have a place in this state, for whoever has the role
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CycleView(
        UUID id,
        @Schema(examples = "government-quality-2013") String scheme,
        @Schema(examples = "1") long schemeVersion,
        @Schema(examples = "2025") int year,
        LocalDate yearBegins,
        LocalDate yearEnds,
        LocalDate targetsDue,
        LocalDate selfEvaluationDue,
        AssessmentState state,
        Instant openedAt,
        @Nullable Instant publishedAt,
        @Schema(examples = "0") int edition,
        @Nullable String correction,
        List<AssessmentAct> possible,
        List<AreaProgress> areas,
        long version) {

    /**
     * How far an area has come.
     *
     * @param targets title and number of the document that sets its targets
     * @param targetsLate filed after the day
     * @param evaluatedLate submitted after the day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AreaProgress(
            @Schema(examples = "371102") String area,
            @Nullable String targets,
            @Nullable LocalDate targetsFiledOn,
            boolean targetsLate,
            @Nullable String evaluatedBy,
            @Nullable LocalDate evaluatedOn,
            boolean evaluatedLate,
            @Nullable String reviewedBy,
            @Nullable String reviewRemark,
            @Nullable String appeal,
            @Nullable String appealedBy,
            @Nullable Boolean appealUpheld,
            @Nullable String appealAnswer,
            @Nullable String appealDecidedBy) {}
}
