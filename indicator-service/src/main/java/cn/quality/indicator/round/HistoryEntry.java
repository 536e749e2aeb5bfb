package cn.quality.indicator.round;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a task's history.
 *
 * @param words reason or note; empty where none is needed
 */
@Embeddable
@Schema(name = "RoundTaskHistoryEntry", description = "办理记录 (what was done, by whom)")
record HistoryEntry(
        @Enumerated(EnumType.STRING) TaskAct act,
        @Schema(examples = "county-reviewer") String official,
        Instant at,
        @Schema(examples = "示例：分母与通报不符") String words) {}
