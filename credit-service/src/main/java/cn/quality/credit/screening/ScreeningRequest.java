package cn.quality.credit.screening;

import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
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
        List<@NotNull Subject> subjects) {

    static final int MOST = 500;

    /**
     * Somebody asked about, by code or name or both. A subject that cannot be used is answered as such, and the others go on.
     *
     * @param ref the asker's own mark, given back with the answer
     * @param region where it is, if known: a GB/T 2260 code, or a name such as 东港区
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"ref", "uscc", "name", "region"})
    @Schema(name = "ScreeningSubject", description = "核查对象，至少给出代码或名称 (give a code, a name, or both)")
    record Subject(
            @Size(max = LONGEST_REF) @Schema(examples = "V-0001") @Nullable
            String ref,

            @Size(max = LONGEST_CODE) @Schema(examples = "91371199MA3RH00187") @Nullable
            String uscc,

            @Size(max = LONGEST_NAME) @Schema(examples = "日照示例海洋食品有限公司") @Nullable
            String name,

            @Schema(examples = "371102") @Nullable String region) {

        static final int LONGEST_REF = 100;
        static final int LONGEST_CODE = 40;
        static final int LONGEST_NAME = 200;

        /** Why a subject cannot be used: the rules above, told of the one subject and not of the request. */
        List<ScreeningAnswer.Defect> defects() {
            var defects = new ArrayList<ScreeningAnswer.Defect>();
            requireShort(defects, "ref", ref, LONGEST_REF);
            requireShort(defects, "uscc", uscc, LONGEST_CODE);
            requireShort(defects, "name", name, LONGEST_NAME);
            if (!hasCode() && !isNamed()) {
                defects.add(new ScreeningAnswer.Defect(
                        "uscc", "code-or-name", new Text("请给出代码或名称", "Give a code or a name")));
            }
            return defects;
        }

        private static void requireShort(
                List<ScreeningAnswer.Defect> defects, String field, @Nullable String text, int most) {
            if (text != null && text.length() > most) {
                defects.add(new ScreeningAnswer.Defect(
                        field, "too-long", Text.of("不得超过%d个字符", "%d characters at most", most)));
            }
        }

        /** The asker's mark, when it is one. */
        @Nullable
        String mark() {
            return ref == null || ref.length() > LONGEST_REF ? null : ref;
        }

        boolean isNamed() {
            return name != null && !name.isBlank();
        }

        boolean hasCode() {
            return uscc != null && !uscc.isBlank();
        }
    }
}
