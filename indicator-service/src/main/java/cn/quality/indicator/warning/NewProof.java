package cn.quality.indicator.warning;

import cn.quality.indicator.PlainText;
import cn.quality.indicator.official.DecisionContext;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The proof of a rectification as it is handed in. The document itself stays where it is filed.
 *
 * @param reference where that is
 * @param sha256 of the document, in lower case
 */
@Schema(name = "NewRectificationProof", description = "整改证明 (the proof of a rectification)")
record NewProof(
        @Schema(examples = "示例市监整改〔2020〕3号") @NotNull @PlainText @Size(max = 300)
        String reference,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @NotNull
        @Pattern(regexp = "^[0-9a-f]{64}$")
        String sha256,

        @Schema(examples = "示例：复检 120 批次全部合格") @NotNull @PlainText @Size(max = 1000)
        String summary) {

    Proof by(DecisionContext now) {
        return new Proof(reference, sha256, summary, now.actor().id(), now.moment());
    }
}
