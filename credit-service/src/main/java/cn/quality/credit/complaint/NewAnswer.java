package cn.quality.credit.complaint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a complaint.
 *
 * @param answer what the complainant reads
 * @param conclusion what goes on file when it is substantiated and confirmed; nothing of the complainant in it
 */
@Schema(name = "ComplaintAnswer", description = "答复 (an answer)")
record NewAnswer(
        @NotNull Finding finding,

        @NotBlank @Size(max = 4000) @Schema(examples = "示例：经核查，商家已退还货款")
        String answer,

        @Size(max = 1000) @Schema(examples = "示例：所售干贝感官不合格") @Nullable
        String conclusion) {}
