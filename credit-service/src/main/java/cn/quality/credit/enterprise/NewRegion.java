package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A move to another region as a department reports it.
 *
 * @param effectiveFrom first day in the new region
 */
@Schema(description = "迁移 (a move to another region)")
record NewRegion(
        @NotBlank @Size(max = 20) @Schema(examples = "371103")
        String region,

        @NotNull @Schema(examples = "2026-03-02") LocalDate effectiveFrom,

        @NotBlank @Size(max = 1000) @Schema(examples = "住所迁至岚山区")
        String reason,

        @NotNull @Valid Source source) {}
