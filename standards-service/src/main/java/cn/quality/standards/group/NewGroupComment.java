package cn.quality.standards.group;

import cn.quality.standards.input.Flaws;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A comment as it was sent. No way to reach its author is asked for: what is not stored cannot leak. */
@Schema(name = "NewGroupComment")
record NewGroupComment(
        @Schema(required = true) @Nullable UUID projectId,

        @Schema(examples = "5.2") @Nullable String clause,

        @Schema(required = true, examples = "示例：建议补充组胺的限量") @Nullable
        String text,

        @Schema(examples = "示例人员乙", description = "仅供该社会团体查阅，不公开 Shown to the body alone") @Nullable
        String name,

        @Schema(examples = "日照示例食品有限公司", description = "仅供该社会团体查阅，不公开 Shown to the body alone") @Nullable
        String organization) {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 100;

    record Said(
            UUID projectId,
            @Nullable String clause,
            String text,
            @Nullable String name,
            @Nullable String organization) {}

    Said checked() {
        var flaws = new Flaws();
        if (projectId == null) {
            flaws.missing("projectId");
        }
        var said = new Said(
                projectId == null ? new UUID(0, 0) : projectId,
                flaws.optionalText(clause, "clause", LONGEST_NAME),
                flaws.text(text, "text", LONGEST_TEXT),
                flaws.optionalText(name, "name", LONGEST_NAME),
                flaws.optionalText(organization, "organization", LONGEST_NAME));
        flaws.refuseIfAny();
        return said;
    }
}
