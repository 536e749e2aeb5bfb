package cn.quality.indicator.official;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * More time for one unit.
 *
 * @param until its last day, whole, in Asia/Shanghai; after it the unit is late as before
 */
@Embeddable
@Schema(name = "RoundTaskExtension", description = "延期 (more time for one unit)")
public record Extension(
        @Schema(examples = "2020-02-20") LocalDate until,
        @Schema(examples = "示例：防汛期间人员抽调") String reason,
        @Schema(examples = "city-reviewer") String grantedBy,
        Instant grantedAt) {}
