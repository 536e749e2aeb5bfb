package cn.quality.standards.currency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a certificate is verified against: everything on it but the list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CurrencyCertificate")
record CertificateView(
        @Schema(required = true, examples = "CX20260301-7F3K9QM2XT")
        String certificate,

        @Schema(required = true) LocalDate day,

        @Schema(required = true) Instant issuedAt,

        @Schema(required = true, examples = "3") int numbers,

        @Schema(required = true) Map<Verdict, Integer> counts,

        @Schema(required = true, description = "清单文件的 SHA-256 (SHA-256 of the list)")
        String requestSha256,

        @Schema(required = true, description = "结果文件（NDJSON）的 SHA-256 (SHA-256 of the result as NDJSON)")
        String resultSha256,

        @Schema(description = "证明文件（PDF）的 SHA-256，开具后给出 (SHA-256 of the PDF, once it was made)") @Nullable
        String pdfSha256) {}
