package cn.quality.standards.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report as whoever holds its secret follows it.
 *
 * @param dismissal why it was not taken up
 */
@Schema(name = "FollowedFeedback")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FollowedFeedback(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "GB/T 19001-2016")
        String number,

        @Schema(required = true) FeedbackCategory category,

        @Schema(required = true) FeedbackState state,

        @Schema(required = true) Instant receivedAt,

        @Schema(examples = "市农业农村局") @Nullable String department,
        @Nullable String question,
        @Nullable String answer,
        @Nullable String dismissal) {}
