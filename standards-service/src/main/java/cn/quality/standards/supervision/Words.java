package cn.quality.standards.supervision;

import cn.quality.standards.input.Flaws;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why, or what is announced. */
@Schema(name = "SupervisionWords")
record Words(
        @Schema(required = true, examples = "示例：复查时声明已补充试验方法") @Nullable
        String words) {

    /** @throws cn.quality.platform.problem.Problem 400 naming everything that is wrong, 422 {@code personal-data} */
    String checked() {
        var flaws = new Flaws();
        var text = flaws.text(words, "words", 1000);
        flaws.refuseIfAny();
        return text;
    }
}
