package cn.quality.credit.complaint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which office takes complaints of a region and field.
 *
 * @param officeRegion where that office is competent; its officials' region covers it
 */
@Schema(description = "投诉举报的分派规则 (where complaints go)")
record ComplaintRoute(
        @NotBlank @Size(max = 20) @Schema(examples = "371102")
        String region,

        @NotBlank
        @Size(max = 30)
        @Schema(examples = "ANY", description = "领域，ANY 为该区划的其余领域 (a field, or ANY for all others)")
        String field,

        @NotBlank @Size(max = 100) @Schema(examples = "东港区市场监督管理局")
        String office,

        @NotBlank @Size(max = 20) @Schema(examples = "371102")
        String officeRegion,

        @NotBlank @Size(max = 500) @Schema(examples = "示例：按职能分工")
        String source) {}
