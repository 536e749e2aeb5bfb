package cn.quality.standards.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@link NoticeEvent}.
 *
 * @param followed as the declaration names the standard
 * @param successors where its chain of replacements ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeSnapshot(
        UUID noticeId,
        Effect effect,
        UUID declarationId,
        String uscc,
        @Nullable String enterpriseName,
        @Nullable String region,
        String declaredNumber,
        String declaredTitle,
        String followed,
        String standardNumber,
        String standardTitle,
        @Nullable LocalDate since,
        List<String> successors,
        Instant notedAt,
        @Nullable Instant clearedAt,
        @Nullable Clearing clearedAs) {}
