package cn.quality.standards.feedback;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is public of a report: the question in the words of the office, and the answer. */
@Schema(name = "FeedbackView")
record FeedbackView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "GB/T 19001-2016")
        String number,

        @Schema(required = true) FeedbackCategory category,

        @Schema(required = true, examples = "示例：第 8.4 条引用的条款号是否有误")
        String question,

        @Schema(required = true, examples = "示例：确有误，已建议归口单位发布修改单")
        String answer,

        @Schema(required = true) Instant publishedAt) {}
