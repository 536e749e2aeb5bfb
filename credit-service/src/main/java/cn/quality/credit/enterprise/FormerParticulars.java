package cn.quality.credit.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Industry, fields, address and parent as they were until an amendment.
 *
 * @param to day of the amendment: the first day on which they no longer held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "变更前的登记事项 (particulars before an amendment)")
public record FormerParticulars(
        @Schema(examples = "C13") @Nullable String industry,
        List<ActivityField> fields,
        @Schema(examples = "日照市东港区示例路1号") @Nullable String address,
        @Schema(examples = "91371199MA3RH00187") @Nullable String parent,
        @Schema(examples = "2026-03-02") LocalDate to) {}
