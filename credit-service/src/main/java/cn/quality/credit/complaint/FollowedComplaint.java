package cn.quality.credit.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A complaint as its complainant follows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "投诉举报的办理进展 (a complaint as its complainant sees it)")
record FollowedComplaint(
        @Schema(examples = "RZ20261124-000123-7") String receipt,
        ComplaintKind kind,
        String enterpriseName,
        @Schema(examples = "东港区市场监督管理局") String office,
        ComplaintState state,
        @Schema(examples = "已受理") String stateText,
        Instant filedAt,
        @Nullable String answer,
        @Nullable Finding finding,
        @Nullable Integer stars,
        List<RunningDeadline> deadlines,

        @Schema(deprecated = true, description = "请改用 deadlines (use deadlines)")
        List<RunningDeadline> terms,

        List<Step> steps) {

    /** One step of its way. */
    @Schema(name = "ComplaintStep", description = "进展 (a step)")
    record Step(ComplaintAct act, @Schema(examples = "受理") String actText, Instant at, String words) {}
}
