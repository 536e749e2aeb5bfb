package cn.quality.credit.listing;

import cn.quality.credit.archive.Severity;
import cn.quality.credit.enterprise.ActivityField;
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
 * @param clocks every term that ran for it, with what it was computed from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "条目，办案人员可见的全部内容 (a list entry as the office sees it, in full)")
record ListingView(
        UUID id,
        long version,
        String uscc,
        String enterpriseName,
        ListingKind kind,
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
        List<CaseDocument> documents,
        List<RunningClock> clocks,
        List<Objection.View> objections,
        List<RepairApplication.View> repairs,
        List<ActTaken> acts) {}
