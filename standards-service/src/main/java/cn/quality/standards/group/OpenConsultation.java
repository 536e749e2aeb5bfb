package cn.quality.standards.group;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draft that everybody may comment on today.
 *
 * @param daysLeft today among them: 1 on the last day
 */
@Schema(name = "OpenConsultation")
record OpenConsultation(
        @Schema(required = true) UUID projectId,

        @Schema(required = true, examples = "日照示例水产品协会") String bodyName,

        @Schema(required = true, examples = "示例冷冻烤鳗") String title,

        @Schema(required = true, examples = "1") int round,

        @Schema(required = true) Document draft,

        @Schema(required = true, examples = "2026-03-02") LocalDate publishedOn,

        @Schema(required = true, examples = "2026-04-01") LocalDate lastDay,

        @Schema(required = true, examples = "30") long daysLeft) {}
