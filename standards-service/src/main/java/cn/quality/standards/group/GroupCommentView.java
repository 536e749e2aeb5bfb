package cn.quality.standards.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comment and its answer.
 *
 * @param clause of the draft, absent when it is about all of it
 * @param name only for the body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupCommentView")
record GroupCommentView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "1") int round,

        @Schema(examples = "5.2") @Nullable String clause,

        @Schema(required = true, examples = "示例：建议补充组胺的限量") String text,

        @Schema(required = true) Instant madeAt,

        @Nullable CommentFate fate,

        @Schema(examples = "示例：限量已由强制性标准规定") @Nullable String reason,

        @Nullable Instant answeredAt,

        @Schema(examples = "示例人员乙") @Nullable String name,

        @Schema(examples = "日照示例食品有限公司") @Nullable String organization) {}
