package cn.quality.indicator.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a published assessment says of an area, in short; all of it is at {@code /assessments/{id}}.
 *
 * @param year in which the assessed year begins
 * @param edition more than 1 after a correction
 * @param score absent when not one indicator applied
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GradeView(
        UUID assessment,
        @Schema(examples = "government-quality-2013") String scheme,
        @Schema(examples = "2025") int year,
        @Schema(examples = "1") int edition,
        Instant publishedAt,
        @Schema(examples = "91") @Nullable BigDecimal score,
        @Schema(examples = "A") @Nullable String grade,
        @Schema(examples = "1") @Nullable Integer rank) {}
