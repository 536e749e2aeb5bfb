package cn.quality.credit.complaint;

import cn.quality.credit.enterprise.ActivityField;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as the office sees it: without the complainant, personal data in its words blotted out.
 *
 * @param version also the ETag; what {@code If-Match} compares with
 * @param terms the same as {@code deadlines}, for clients of the version before
 * @param sameTextAs another complaint with the same words about the same enterprise, filed within a day by another person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "投诉举报，承办单位可见的内容，不含投诉举报人 (a complaint as the office sees it, without the complainant)")
record ComplaintView(
        @Schema(examples = "RZ20261124-000123-7") String receipt,
        long version,
        ComplaintKind kind,
        @Nullable String uscc,
        String enterpriseName,
        ActivityField field,
        String region,
        @Nullable LocalDate happenedOn,
        @Nullable LocalDate knownOn,
        String narrative,
        @Nullable String wish,

        @Schema(implementation = Object.class, type = SchemaType.OBJECT, description = "该类别的表单 (form of its kind)")
        @JsonRawValue
        String details,

        @Nullable String sameTextAs,
        Office office,
        ComplaintState state,
        @Nullable String handler,
        @Nullable Finding finding,
        @Nullable String answer,
        @Nullable String conclusion,
        @Nullable String released,
        @Nullable Instant releasedAt,
        @Nullable Integer stars,
        @Nullable String ratingWords,
        @Nullable UUID recordId,
        Instant filedAt,
        @Nullable Instant endedAt,
        List<RunningDeadline> deadlines,

        @Schema(deprecated = true, description = "请改用 deadlines (use deadlines)")
        List<RunningDeadline> terms,

        List<HistoryEntry> acts) {}
