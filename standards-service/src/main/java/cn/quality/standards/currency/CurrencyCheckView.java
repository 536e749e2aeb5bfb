package cn.quality.standards.currency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Receipt of a list, and how far it got. Whoever has the identifier has the list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CurrencyCheck", description = "查新任务的回执与进度 (receipt and progress of a currency check)")
record CurrencyCheckView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "CX20260301-7F3K9QM2XT", description = "证明编号 Number of the certificate")
        String certificate,

        @Schema(required = true, description = "查新日期：给出当日的法律状态 The day whose legal states are told")
        LocalDate day,

        @Schema(required = true) Instant askedAt,

        @Schema(required = true) CurrencyCheck.State state,

        @Schema(required = true, examples = "3") int numbers,

        @Schema(required = true, description = "未含编号的行 Rows without a number")
        long skipped,

        @Schema(required = true, examples = "3") int done,

        @Schema(required = true, description = "各状态的编号数 Numbers by verdict")
        Map<Verdict, Integer> counts,

        @Schema(required = true, description = "清单文件的 SHA-256 (SHA-256 of the list)")
        String requestSha256,

        @Schema(description = "结果文件（NDJSON）的 SHA-256 (SHA-256 of the result as NDJSON)") @Nullable
        String resultSha256,

        @Nullable Instant finishedAt,

        @Schema(description = "结果保留至 The result is retained until") @Nullable
        Instant retainedUntil,

        @Nullable String failure) {}
