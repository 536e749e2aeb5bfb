package cn.quality.platform.identifiers;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An industry as GB/T 4754-2017 writes it: the letter of the section (门类), then nothing, or the digits of a division
 * (大类, two), a group (中类, three) or a class (小类, four): {@code C}, {@code C13}, {@code C1362}.
 */
public record IndustryCode(String value) {

    public static final String FORM = "[A-T](\\d{2,4})?";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws Problem 400 {@code invalid-argument} when the text has not this form */
    public IndustryCode {
        if (!PATTERN.matcher(value).matches()) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT, Text.of("“%s”不是行业代码", "'%s' is not an industry code", value))
                    .with(
                            "industry",
                            "form",
                            new Text("应为门类字母加二至四位数字", "Must be a section letter and two to four digits"));
        }
    }

    public String section() {
        return value.substring(0, 1);
    }

    /** Two digits; empty when only the section is named. */
    public Optional<String> division() {
        return value.length() > 1 ? Optional.of(value.substring(1, 3)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
