package cn.quality.platform.http;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.problem.Violation;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The one rule on characters, for every text of every request: no control character, because a database does not store NUL,
 * a terminal obeys the others and nobody sees them; no half of a surrogate pair, because it is no character and cannot be
 * written as UTF-8 again.
 */
public final class ForbiddenCharacters {

    static final String CONTROL_CHARACTER = "control-character";
    static final String UNPAIRED_SURROGATE = "unpaired-surrogate";
    static final String NOT_UTF_8 = "not-utf-8";

    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private ForbiddenCharacters() {}

    /** Texts of bodies: tab, carriage return and line feed are allowed. */
    public static Optional<Violation> inLines(String field, String text) {
        return in(field, text, c -> isControl(c) && c != '\t' && c != '\n' && c != '\r');
    }

    /** Names and everything in an address: no control character at all. */
    static Optional<Violation> inLine(String field, String text) {
        return in(field, text, ForbiddenCharacters::isControl);
    }

    /**
     * Texts that were decoded from percent-encoding: a decoder puts the replacement character where the bytes were no UTF-8,
     * the halves of a surrogate pair among them.
     */
    static Optional<Violation> inDecodedLine(String field, String text) {
        return inLine(field, text)
                .or(() -> text.indexOf(REPLACEMENT_CHARACTER) < 0
                        ? Optional.empty()
                        : Optional.of(new Violation(
                                field, NOT_UTF_8, new Text("不是有效的 UTF-8 文字", "This is not valid UTF-8 text"))));
    }

    /**
     * Values of headers. They are bytes that were read as ISO 8859-1, where UTF-8 text has C1 control characters, so these
     * are allowed.
     */
    static Optional<Violation> inHeader(String field, String text) {
        return in(field, text, c -> isControl(c) && c <= 0x7F);
    }

    /** A refusal for a text with forbidden characters. */
    public static Problem problem(Violation violation) {
        return new Problem(ProblemTypes.INVALID_ARGUMENT, ProblemMapper.SOME_FIELDS)
                .with(violation.field(), violation.code(), violation.message());
    }

    /** The text with forbidden characters spelled as in JSON, so that a name that has some can be reported. */
    public static String escaped(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        shown.append(isControl(c) || isSurrogate(c) ? "\\u%04x".formatted(c) : Character.toString(c)));
        return shown.toString();
    }

    private static Optional<Violation> in(String field, String text, IntPredicate control) {
        // Nearly every text is fine, and texts come by the hundred thousand: no stream, no allocation before the fault.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (control.test(c)) {
                return Optional.of(violation(
                        field,
                        CONTROL_CHARACTER,
                        Text.of(
                                "第 %d 个字符是控制字符 U+%04X，不予接受",
                                "Character %d is the control character U+%04X, which is not accepted", i + 1, (int)
                                        c)));
            }
            if (isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return Optional.of(violation(
                            field,
                            UNPAIRED_SURROGATE,
                            Text.of(
                                    "第 %d 个字符 U+%04X 是不成对的代理码元，不是字符",
                                    "Character %d, U+%04X, is half of a surrogate pair and no character", i + 1, (int)
                                            c)));
                }
            }
        }
        return Optional.empty();
    }

    private static Violation violation(String field, String code, Text message) {
        return new Violation(field, code, message);
    }

    private static boolean isControl(int c) {
        return c < 0x20 || (c >= 0x7F && c < 0xA0);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
