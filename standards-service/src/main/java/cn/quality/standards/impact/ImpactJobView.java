package cn.quality.standards.impact;

import cn.quality.standards.catalogue.StandardRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job that tells who depends on a standard that its end has come, and how far it is.
 *
 * @param dueOn the day the standard ends; the job waits for it
 * @param effect what it found when it began
 * @param dependants how many there were when it began
 * @param seen declarations it has looked at
 * @param noted declarations that are to be updated, or should see whether they are concerned
 */
@Schema(name = "ImpactJob")
record ImpactJobView(
        @Schema(required = true) UUID id,

        @Schema(required = true) StandardRef standard,

        @Schema(required = true, description = "标准终止之日，到日执行 The day the standard ends")
        LocalDate dueOn,

        @Schema(required = true) ImpactJobState state,

        @Nullable Effect effect,
        @Nullable DependantCounts dependants,

        @Schema(required = true, description = "已检查的声明数 Declarations looked at")
        long seen,

        @Schema(required = true, description = "已提示的声明数 Declarations told")
        long noted,

        @Schema(required = true) Instant createdAt,

        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
