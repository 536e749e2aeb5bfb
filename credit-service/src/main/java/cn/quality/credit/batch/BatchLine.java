package cn.quality.credit.batch;

import cn.quality.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
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
        REJECTED,
        /** Sound, but another line of a batch that is all or nothing was refused. */
        NOT_FILED
    }

    static BatchLine of(long line, ItemResult outcome, Locale language) {
        return switch (outcome) {
            case ItemResult.Accepted(var id) -> new BatchLine(line, Result.ACCEPTED, id, null);
            case ItemResult.Duplicate(var id) -> new BatchLine(line, Result.DUPLICATE, id, null);
            case ItemResult.Rejected(var problem) ->
                new BatchLine(line, Result.REJECTED, null, reasons(problem, language));
        };
    }

    /** The same line, after all of its batch was undone. */
    BatchLine undone() {
        return outcome == Result.ACCEPTED ? new BatchLine(line, Result.NOT_FILED, null, null) : this;
    }

    private static List<Reason> reasons(Problem problem, Locale language) {
        if (problem.violations().isEmpty()) {
            return List.of(
                    new Reason(problem.type().code(), null, problem.detail().in(language)));
        }
        return problem.violations().stream()
                .map(violation -> new Reason(
                        violation.code(), violation.field(), violation.message().in(language)))
                .toList();
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
