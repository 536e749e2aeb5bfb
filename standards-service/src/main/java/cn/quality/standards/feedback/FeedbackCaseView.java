package cn.quality.standards.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report as the office works on it.
 *
 * @param words of whoever reported; absent in lists, and once they have been deleted
 * @param actions acts that this caller can do now
 */
@Schema(name = "FeedbackCaseView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedbackCaseView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "1") long version,

        @Schema(required = true, examples = "GB/T 19001-2016")
        String number,

        @Schema(required = true) FeedbackCategory category,

        @Schema(required = true) FeedbackState state,

        @Schema(required = true) Instant receivedAt,

        @Schema(examples = "市农业农村局") @Nullable String department,
        @Schema(examples = "示例：条款号有误") @Nullable String words,
        @Nullable String contact,
        @Nullable String question,
        @Nullable String answer,

        @Schema(required = true) List<HistoryEntry> history,

        @Schema(required = true) List<FeedbackAct> actions) {

    /** Never into a log by accident. */
    @Override
    public String toString() {
        return "FeedbackCaseView[" + id + "]";
    }
}
