package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change of name as a department reports it.
 *
 * @param effectiveFrom first day of the new name
 */
@Schema(description = "名称变更 (a change of name)")
record NewName(
        @NotBlank @Size(min = 2, max = 200) @Schema(examples = "日照示例远洋食品有限公司")
        String name,

        @NotNull @Schema(examples = "2026-03-02") LocalDate effectiveFrom,

        @NotBlank @Size(max = 1000) @Schema(examples = "股东会决议变更名称")
        String reason,

        @NotNull @Valid Source source) {}
