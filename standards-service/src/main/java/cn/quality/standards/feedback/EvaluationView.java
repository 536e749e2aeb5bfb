package cn.quality.standards.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation or a review.
 *
 * @param corrected whether a later record corrects it
 */
@Schema(name = "EvaluationView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvaluationView(
        @Schema(required = true) UUID id,

        @Schema(required = true) EvaluationKind kind,

        @Schema(required = true, examples = "DB3711/T 101-2020")
        String number,

        @Schema(required = true) LocalDate evaluatedOn,

        @Schema(required = true) Conclusion conclusion,

        @Nullable String usedBy,

        @Schema(required = true) String effect,

        @Schema(required = true) String body,

        @Nullable String document,
        @Nullable UUID replaces,

        @Schema(required = true) boolean corrected,

        @Schema(required = true) Instant recordedAt) {

    /** What is stated of a standard. */
    record Content(
            EvaluationKind kind,
            String numberKey,
            LocalDate evaluatedOn,
            Conclusion conclusion,
            @Nullable String usedBy,
            String effect,
            String body,
            @Nullable String document,
            @Nullable UUID replaces) {}
}
