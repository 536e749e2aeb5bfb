package cn.quality.standards.feedback;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.StandardNumber;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a standard works, or whether it stands, as it was sent. */
@Schema(name = "NewEvaluation")
record NewEvaluation(
        @Schema(required = true) @Nullable EvaluationKind kind,

        @Schema(required = true, examples = "DB3711/T 101-2020") @Nullable
        String number,

        @Schema(required = true, examples = "2026-03-02") @Nullable
        LocalDate evaluatedOn,

        @Schema(required = true) @Nullable Conclusion conclusion,

        @Schema(examples = "示例：本市 46 家茶企", description = "谁在使用 Who uses it") @Nullable
        String usedBy,

        @Schema(required = true, examples = "示例：抽检合格率由 91% 升至 97%") @Nullable
        String effect,

        @Schema(required = true, examples = "日照市市场监督管理局") @Nullable
        String body,

        @Schema(examples = "日市监示例〔2026〕20号") @Nullable String document,

        @Schema(description = "更正的记录 The record that this one corrects") @Nullable
        UUID replaces) {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final LocalDate FIRST_DAY = LocalDate.of(LegalDates.FIRST_YEAR, 1, 1);

    /** What this city may evaluate: the standards that bodies of it make. */
    private static final Set<Level> OF_THE_CITY = EnumSet.of(Level.LOCAL, Level.GROUP, Level.ENTERPRISE);

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong, 422 {@code personal-data} */
    Checked checked(LocalDate today) {
        var flaws = new Flaws();
        if (kind == null) {
            flaws.missing("kind");
        }
        var read = StandardNumber.of(number, "number", flaws);
        read.filter(one -> !OF_THE_CITY.contains(one.level()))
                .ifPresent(one -> flaws.add(
                        "number",
                        "not-of-the-city",
                        Text.of("仅限地方、团体和企业标准", "only of local, group and enterprise standards")));
        if (evaluatedOn == null) {
            flaws.missing("evaluatedOn");
        } else if (evaluatedOn.isBefore(FIRST_DAY) || evaluatedOn.isAfter(today)) {
            flaws.add("evaluatedOn", "range", Text.of("%s 至 %s", "from %s to %s", FIRST_DAY, today));
        }
        if (conclusion == null) {
            flaws.missing("conclusion");
        }
        var checked = new EvaluationView.Content(
                kind == null ? EvaluationKind.EVALUATION : kind,
                read.map(StandardNumber::canonical).orElse(""),
                evaluatedOn == null ? today : evaluatedOn,
                conclusion == null ? Conclusion.KEEP : conclusion,
                flaws.optionalText(usedBy, "usedBy", LONGEST_TEXT),
                flaws.text(effect, "effect", LONGEST_TEXT),
                flaws.text(body, "body", LONGEST_NAME),
                flaws.optionalText(document, "document", LONGEST_NAME),
                replaces);
        flaws.refuseIfAny();
        return new Checked(read.orElseThrow(), checked);
    }

    /** Without a flaw. */
    record Checked(StandardNumber number, EvaluationView.Content content) {}
}
