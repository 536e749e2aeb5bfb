package cn.quality.credit.evidence;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An evidence file, without its content.
 *
 * @param size in bytes
 * @param sha256 of the content, 64 hexadecimal digits
 */
@Schema(description = "证据文件 (an evidence file)")
public record EvidenceView(
        @Schema(examples = "0199c0de-0000-7000-8000-000000000001")
        UUID id,

        @Schema(examples = "整改报告.pdf") String fileName,
        @Schema(examples = "application/pdf") String mediaType,
        @Schema(examples = "48213") long size,

        @Schema(examples = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")
        String sha256,

        Instant storedAt) {}
