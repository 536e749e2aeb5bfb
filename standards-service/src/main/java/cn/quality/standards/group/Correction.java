package cn.quality.standards.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order to bring a standard in line with the law (标准化法 2017 art. 39 and 42), and what came of it.
 *
 * @param dueOn last day, whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupCorrection", description = "责令改正 (an order of correction)")
record Correction(
        @Schema(required = true, examples = "示例市监改〔2026〕1号") String order,

        @Schema(required = true, examples = "示例：第5.2条低于强制性标准")
        String reason,

        @Schema(required = true, examples = "2026-06-01") LocalDate orderedOn,

        @Schema(required = true, examples = "2026-07-01") LocalDate dueOn,

        @Schema(examples = "2026-06-20") @Nullable LocalDate correctedOn) {

    Correction doneOn(LocalDate day) {
        return new Correction(order, reason, orderedOn, dueOn, day);
    }
}
