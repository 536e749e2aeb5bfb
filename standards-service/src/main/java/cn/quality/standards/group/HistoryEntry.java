package cn.quality.standards.group;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a project's history.
 *
 * @param by login
 * @param words reason or note; empty where none is needed
 */
@Schema(name = "GroupHistoryEntry", description = "办理记录 (what was done, by whom)")
record HistoryEntry(
        @Schema(required = true) GroupAct act,

        @Schema(required = true, examples = "social-organization")
        String by,

        @Schema(required = true) Instant at,

        @Schema(required = true, examples = "示例：符合市场需要") String words) {}
