package cn.quality.standards.feedback;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a report's history.
 *
 * @param words of the office; empty where none are needed
 */
@Embeddable
@Schema(name = "FeedbackHistoryEntry")
record HistoryEntry(
        @Schema(required = true) @Enumerated(EnumType.STRING)
        FeedbackAct act,

        @Schema(required = true, examples = "case-handler") String official,

        @Schema(required = true) Instant at,

        @Schema(required = true, examples = "示例：转归口部门研究") String words) {}
