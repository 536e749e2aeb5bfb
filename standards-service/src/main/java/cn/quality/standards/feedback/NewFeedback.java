package cn.quality.standards.feedback;

import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.StandardNumber;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report of a problem with a standard, as anybody sent it. */
@Schema(name = "NewFeedback")
record NewFeedback(
        @Schema(required = true, examples = "GB/T 19001-2016") @Nullable
        String number,

        @Schema(required = true) @Nullable FeedbackCategory category,

        @Schema(required = true, examples = "示例：第 8.4 条的引用条款号与所引标准不一致") @Nullable
        String words,

        @Schema(
                examples = "someone@example.cn",
                description = "可不填；仅供答复联系，从不公开 Optional, to be answered, and never public")
        @Nullable
        String contact) {

    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_CONTACT = 200;

    /** @throws cn.quality.platform.problem.Problem 400 with everything that is wrong */
    Checked checked() {
        var flaws = new Flaws();
        var read = StandardNumber.of(number, "number", flaws);
        if (category == null) {
            flaws.missing("category");
        }
        var said = flaws.privateText(words, "words", LONGEST_WORDS);
        if (said == null) {
            flaws.missing("words");
        }
        var who = flaws.privateText(contact, "contact", LONGEST_CONTACT);
        flaws.refuseIfAny();
        return new Checked(
                read.orElseThrow(),
                category == null ? FeedbackCategory.OTHER : category,
                said == null ? "" : said,
                Optional.ofNullable(who));
    }

    /** Without a flaw. */
    record Checked(StandardNumber number, FeedbackCategory category, String words, Optional<String> contact) {

        /** Never into a log by accident. */
        @Override
        public String toString() {
            return "NewFeedback[…]";
        }
    }

    @Override
    public String toString() {
        return "NewFeedback[…]";
    }
}
