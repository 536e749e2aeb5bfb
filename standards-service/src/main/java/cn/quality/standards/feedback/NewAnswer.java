package cn.quality.standards.feedback;

import cn.quality.standards.input.Flaws;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer, as the office sent it; both texts become public. */
@Schema(name = "NewFeedbackAnswer")
record NewAnswer(
        @Schema(
                required = true,
                examples = "示例：第 8.4 条引用的条款号是否有误",
                description = "公开的问题，用办理单位自己的话，不含个人信息 The question as it will be public, in the words of the office")
        @Nullable
        String question,

        @Schema(required = true, examples = "示例：确有误，已建议归口单位发布修改单") @Nullable
        String answer) {

    private static final int LONGEST = 4_000;

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong, 422 {@code personal-data} */
    Checked checked() {
        var flaws = new Flaws();
        var asked = flaws.text(question, "question", LONGEST);
        var answered = flaws.text(answer, "answer", LONGEST);
        flaws.refuseIfAny();
        return new Checked(asked, answered);
    }

    /** Without a flaw. */
    record Checked(String question, String answer) {}
}
