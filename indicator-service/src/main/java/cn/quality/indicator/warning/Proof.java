package cn.quality.indicator.warning;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That something was rectified.
 *
 * @param reference where the document lies: its number, or the archive and its place there
 * @param sha256 of the document, so that nobody exchanges it
 */
@Embeddable
@Schema(name = "RectificationProof", description = "整改证明 (the proof of a rectification)")
record Proof(
        @Schema(examples = "示例市监整改〔2020〕3号") String reference,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @Schema(examples = "示例：复检 120 批次全部合格") String summary,
        @Schema(examples = "reporter") String submittedBy,
        Instant submittedAt) {}
