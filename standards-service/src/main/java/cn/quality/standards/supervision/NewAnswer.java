package cn.quality.standards.supervision;

import cn.quality.standards.input.Flaws;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the enterprise says of its correction, as it was sent. */
@Schema(name = "NewSupervisionAnswer")
record NewAnswer(
        @Schema(required = true, examples = "示例：已变更声明，补充试验方法") @Nullable
        String content,

        @Schema(examples = "示例报告 2026-17", description = "佐证文件编号，与 sha256 同时给出 A document, given with its sha256")
        @Nullable
        String reference,

        @Nullable String sha256) {

    /** @throws cn.quality.platform.problem.Problem 400 naming everything that is wrong, 422 {@code personal-data} */
    Answer checked(Instant now) {
        var flaws = new Flaws();
        var words = flaws.text(content, "content", 2000);
        var document = flaws.optionalText(reference, "reference", 100);
        var digest = document == null && sha256 == null ? null : NewFinding.digest(sha256, "sha256", flaws);
        if (document == null && sha256 != null) {
            flaws.missing("reference");
        }
        flaws.refuseIfAny();
        return new Answer(words, document, digest, now);
    }
}
