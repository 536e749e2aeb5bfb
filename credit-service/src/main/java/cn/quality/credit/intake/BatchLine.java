package cn.quality.credit.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one line of a batch.
 *
 * @param line counted from 1
 * @param id of the stored item, also when it was stored before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "批量中一行的处理结果 (what became of one line)")
public record BatchLine(
        @Schema(examples = "1") long line,
        Result outcome,
        @Nullable UUID id,
        @Nullable List<Reason> problems) {

    /** What became of it. */
    @Schema(name = "BatchResult")
    public enum Result {
        ACCEPTED,
        DUPLICATE,
        REJECTED
    }

    /**
     * Why it was rejected.
     *
     * @param code stable English name
     * @param field path in the line, absent when the line as a whole is meant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BatchReason")
    public record Reason(
            @Schema(examples = "unknown-region") String code,
            @Nullable String field,
            String message) {}
}
