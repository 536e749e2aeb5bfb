package cn.quality.credit.screening;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a client asked, stored without whom it asked about.
 *
 * @param matches number of subjects whose best candidate is a match
 * @param requestDigest SHA-256 of the request as JSON without blanks: purpose, then subjects with ref, uscc, name and
 *     region as far as given
 */
@Schema(description = "核查回执，不含核查对象 (receipt of a screening; tells nothing of the subjects)")
record ScreeningReceipt(
        UUID id,
        @Schema(examples = "screening-bank") String client,
        Instant askedAt,
        @Schema(examples = "供应商准入审查") String purpose,
        @Schema(examples = "12") long listVersion,
        @Schema(examples = "2") int subjects,
        @Schema(examples = "1") int matches,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String requestDigest) {}
