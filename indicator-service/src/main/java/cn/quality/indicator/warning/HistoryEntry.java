package cn.quality.indicator.warning;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a warning's history.
 *
 * @param words reason or note; empty where none is needed
 */
@Embeddable
@Schema(name = "WarningHistoryEntry", description = "办理记录 (what was done, by whom)")
record HistoryEntry(
        @Enumerated(EnumType.STRING) WarningAct act,
        @Schema(examples = "city-reviewer") String official,
        Instant at,
        @Schema(examples = "示例：请于十日内报送整改方案") String words) {}
