package cn.quality.credit.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where an item comes from. Both together identify it: the same source never makes a second record.
 *
 * @param department full name of the department
 * @param recordNumber the department's own number of the record
 */
@Schema(description = "来源；部门与编号共同标识一条记录 (source; department and number identify the item)")
public record Source(
        @NotBlank @Size(max = 100) @Schema(examples = "日照市市场监督管理局")
        String department,

        @NotBlank @Size(max = 100) @Schema(examples = "RZ-2026-000187")
        String recordNumber) {}
