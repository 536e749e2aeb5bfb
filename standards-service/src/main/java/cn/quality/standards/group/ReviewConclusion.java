package cn.quality.standards.group;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a review (复审) of a published standard concluded: that it stays, is revised, or goes. */
@Schema(name = "GroupReviewConclusion", description = "复审结论 (the conclusion of a review)")
record ReviewConclusion(
        @Schema(required = true) GroupAct act,

        @Schema(required = true, examples = "2031-05-01") LocalDate on,

        @Schema(required = true, examples = "示例：技术内容仍然适用") String reason) {}
