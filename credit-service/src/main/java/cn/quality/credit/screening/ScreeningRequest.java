package cn.quality.credit.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param purpose what the answer is needed for; stands on the receipt */
@JsonPropertyOrder({"purpose", "subjects"})
@Schema(description = "批量核查请求 (a screening request)")
record ScreeningRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "供应商准入审查")
        String purpose,

        @NotNull @Schema(description = "1至500个对象 (1 to 500 subjects)", minItems = 1, maxItems = 500)
        List<@NotNull @Valid Subject> subjects) {

    static final int MOST = 500;

    /**
     * Somebody asked about, by code or name or both.
     *
     * @param ref the asker's own mark, given back with the answer
     * @param region GB/T 2260 code of where it is, if known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"ref", "uscc", "name", "region"})
    @Schema(name = "ScreeningSubject", description = "核查对象，至少给出代码或名称 (give a code, a name, or both)")
    record Subject(
            @Size(max = 100) @Schema(examples = "V-0001") @Nullable
            String ref,

            @Size(max = 40) @Schema(examples = "91371199MA3RH00187") @Nullable
            String uscc,

            @Size(max = 200) @Schema(examples = "日照示例海洋食品有限公司") @Nullable
            String name,

            @Pattern(regexp = "[1-9]\\d{5}(-[A-Z0-9]{1,10})?") @Schema(examples = "371102") @Nullable
            String region) {

        boolean isNamed() {
            return name != null && !name.isBlank();
        }

        boolean hasCode() {
            return uscc != null && !uscc.isBlank();
        }
    }
}
