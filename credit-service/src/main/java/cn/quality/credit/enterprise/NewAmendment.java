package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
import cn.quality.platform.identifiers.IndustryCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Other particulars as a department reports them; what is left out stays as it is.
 *
 * @param parent of a branch: the code of whom it is a part
 * @param effectiveFrom first day on which they hold
 */
@Schema(description = "登记事项变更 (an amendment of particulars)")
record NewAmendment(
        @Pattern(regexp = IndustryCode.FORM) @Schema(examples = "C14") @Nullable
        String industry,

        @Nullable Set<@NotNull ActivityField> fields,

        @Size(min = 1, max = 300) @Schema(examples = "日照市东港区示例路2号") @Nullable
        String address,

        @Size(max = 40) @Schema(examples = "91371199MA3RH00187") @Nullable
        String parent,

        @NotNull @Schema(examples = "2026-03-02") LocalDate effectiveFrom,

        @NotBlank @Size(max = 1000) @Schema(examples = "主营业务变更")
        String reason,

        @NotNull @Valid Source source) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "须至少变更一项 (at least one of industry, fields, address, parent)")
    boolean isSomething() {
        return industry != null || fields != null || address != null || parent != null;
    }
}
