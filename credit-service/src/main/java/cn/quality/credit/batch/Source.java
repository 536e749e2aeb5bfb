package cn.quality.credit.batch;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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
        @NotBlank @Size(max = 100) @Pattern(regexp = TEXT, message = TEXT_ONLY) @Schema(examples = "日照市市场监督管理局")
        String department,

        @NotBlank @Size(max = 100) @Pattern(regexp = TEXT, message = TEXT_ONLY) @Schema(examples = "RZ-2026-000187")
        String recordNumber) {

    /** One line of text: no control character, no half of a surrogate pair, which a database would not store. */
    public static final String TEXT = "[^\\p{Cntrl}\\p{Cs}]*";

    public static final String TEXT_ONLY = "不得含有控制字符 (no control characters)";
}
