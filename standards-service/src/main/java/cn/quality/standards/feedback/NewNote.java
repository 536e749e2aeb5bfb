package cn.quality.standards.feedback;

import cn.quality.standards.input.Flaws;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A note of the office, as it was sent; whoever reported reads it. */
@Schema(name = "NewFeedbackNote")
record NewNote(
        @Schema(required = true, examples = "示例：转归口部门研究") @Nullable
        String note,

        @Schema(examples = "市农业农村局", description = "办理部门 The department that looks into it") @Nullable
        String department) {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 200;

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong, 422 {@code personal-data} */
    Checked checked() {
        var flaws = new Flaws();
        var words = flaws.text(note, "note", LONGEST);
        var whose = flaws.optionalText(department, "department", LONGEST_NAME);
        flaws.refuseIfAny();
        return new Checked(words, whose);
    }

    /** Without a flaw. */
    record Checked(String note, @Nullable String department) {}
}
