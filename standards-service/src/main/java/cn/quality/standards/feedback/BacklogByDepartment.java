package cn.quality.standards.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much is due at whom, the most first. */
@Schema(name = "BacklogByDepartment")
record BacklogByDepartment(@Schema(required = true) List<Line> departments) {

    /**
     * @param department absent where the catalogue names none
     * @param longest days that the longest of them is overdue
     */
    @Schema(name = "BacklogOfADepartment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Schema(examples = "日照市农业农村局") @Nullable String department,

            @Schema(required = true, examples = "12") long standards,

            @Schema(required = true, examples = "9") long overdue,

            @Schema(required = true, examples = "412") long longest) {}
}
