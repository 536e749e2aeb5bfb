package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The end of an enterprise as a department reports it.
 *
 * @param closedOn first day on which it no longer exists
 */
@Schema(description = "注销 (a closure)")
record NewClosure(
        @NotNull @Schema(examples = "2026-03-02") LocalDate closedOn,

        @NotBlank @Size(max = 1000) @Schema(examples = "决议解散，清算完毕")
        String reason,

        @NotNull @Valid Source source) {}
