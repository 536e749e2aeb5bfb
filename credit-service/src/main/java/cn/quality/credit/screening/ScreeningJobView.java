package cn.quality.credit.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of a job and how far it is; tells nothing of the subjects.
 *
 * @param rows that came in
 * @param skipped rows of a table that say nothing, besides: empty ones, and the example of a template
 * @param matched rows whose best candidate is a match
 * @param review rows whose best candidate is for review
 * @param invalid rows whose code, name or region could not be used, in whole or in part
 * @param estimatedEnd if the rest goes as fast as what is done
 * @param resultUntil when the result will be deleted
 * @param listVersion the one version of the lists the result is of
 * @param failure why it failed
 * @param requestDigest SHA-256 of the file as it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "核查任务：回执与进度，不含核查对象 (receipt and progress; tells nothing of the subjects)")
record ScreeningJobView(
        UUID id,
        @Schema(examples = "screening-bank") String client,
        @Schema(examples = "供应商年度审查") String purpose,
        Instant askedAt,
        ScreeningJobState state,
        @Schema(examples = "100000") int rows,
        @Schema(examples = "1") long skipped,
        @Schema(examples = "42500") int done,
        @Schema(examples = "40100") int matched,
        @Schema(examples = "1200") int review,
        @Schema(examples = "17") int invalid,
        @Nullable Instant startedAt,
        @Nullable Instant estimatedEnd,
        @Nullable Instant finishedAt,
        @Nullable Instant resultUntil,
        @Schema(examples = "12") @Nullable Long listVersion,
        @Nullable String failure,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String requestDigest) {}
