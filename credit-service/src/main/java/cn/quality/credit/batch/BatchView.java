package cn.quality.credit.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch got.
 *
 * @param lines that have been answered
 * @param finishedAt absent while lines are still to come, or after a cut
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Batch", description = "批次的进度 (how far a batch got)")
public record BatchView(
        UUID id,
        @Schema(examples = "2026-11-24-full") String key,
        @Schema(examples = "lines") String mode,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Schema(examples = "200000") long lines,
        @Schema(examples = "199998") long accepted,
        @Schema(examples = "1") long duplicate,
        @Schema(examples = "1") long rejected,

        @Schema(
                examples = "3",
                description = "表格中的空白行与模板示例行，未处理；完成后给出 (rows of a table that are empty, or the example of a"
                        + " template; known at the end)")
        long skipped) {}
