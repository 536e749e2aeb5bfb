package cn.quality.standards.number;

import cn.quality.platform.problem.Text;
import cn.quality.standards.number.StandardNumber.Flaw;
import cn.quality.standards.number.StandardNumber.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a number and the place up to which it was read: signs, letters, digits and years, and what is wrong with them. It
 * knows no kind of number.
 */
abstract class NumberText {

    static final int LONGEST = 100;

    private static final char NOTHING = '\0';

    /** When two digits were a year: before the editions of the year 2000. */
    static final int FIRST_SHORT_YEAR = 49;

    final String sent;
    final Spelling spelling;
    final String text;
    final int end;
    final boolean whole;
    final int start;
    /** Where the text that was sent ends, blanks behind it left out. */
    final int sentEnd;

    final List<Flaw> flaws = new ArrayList<>();

    int at;
    boolean undatedSoFar;

    /** Of a text that should be a number and nothing else. */
    NumberText(String sent) {
        this.sent = sent;
        this.spelling = Spelling.of(sent.strip().length() > LONGEST ? "" : sent);
        this.text = spelling.text();
        this.end = text.length();
        this.whole = true;
        this.start = 0;
        this.sentEnd = sent.stripTrailing().length();
    }

    /** Of a number that begins somewhere in a running text, or within another number. */
    NumberText(String sent, Spelling spelling, String text, int start) {
        this.sent = sent;
        this.spelling = spelling;
        this.text = text;
        this.start = start;
        this.at = start;
        this.end = Math.min(text.length(), start + LONGEST);
        this.whole = false;
        this.sentEnd = sent.length();
    }

    /** Where the reading ended, in the one spelling. */
    int end() {
        return at;
    }

    /** What was read so far, as it was written. */
    String original() {
        if (whole) {
            return sent.strip();
        }
        int from = spelling.origin(start, sentEnd);
        return sent.substring(from, at == 0 ? from : spelling.origin(at - 1, sentEnd) + 1)
                .strip();
    }

    // --- signs, letters and digits ---

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < end ? text.charAt(at + ahead) : NOTHING;
    }

    boolean take(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    boolean take(String expected) {
        if (at + expected.length() > end || !text.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    String letters() {
        int from = at;
        while (isLetter(peek())) {
            at++;
        }
        return text.substring(from, at);
    }

    String digits() {
        int from = at;
        while (isDigit(peek())) {
            at++;
        }
        return text.substring(from, at);
    }

    static boolean allDigits(String text) {
        return text.chars().allMatch(NumberText::isDigit);
    }

    static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z';
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetterOrDigit(int character) {
        return isLetter(character) || isDigit(character);
    }

    // --- years ---

    @Nullable
    Integer year(char separator, boolean twoDigits) {
        boolean slip = whole && ";,_".indexOf(peek()) >= 0 && isDigit(peek(1));
        if (!slip && peek() != '-' && peek() != ':') {
            undatedSoFar = true;
            return null;
        }
        if (!whole && !isDigit(peek(1))) {
            return null;
        }
        if (peek() != separator) {
            flaw(
                    at,
                    "year-separator",
                    separator == ':'
                            ? Text.of("年份前应为“:”，如 ISO 9001:2015", "“:” is expected before the year: ISO 9001:2015")
                            : Text.of("年份前应为短横线“-”", "“-” is expected before the year"));
        }
        at++;
        int place = at;
        var stated = digits();
        if (stated.length() == 4 && isYear(stated)) {
            return Integer.valueOf(stated);
        }
        if (twoDigits && stated.length() == 2 && isYear(stated)) {
            return 1900 + Integer.parseInt(stated);
        }
        flaw(place, "year", yearExpected());
        while (at < end && isLetterOrDigit(peek())) {
            at++;
        }
        return null;
    }

    static boolean isYear(String digits) {
        int year = digits.isEmpty() ? 0 : Integer.parseInt(digits.substring(0, Math.min(4, digits.length())));
        return digits.length() == 2 ? year >= FIRST_SHORT_YEAR : digits.length() == 4 && year >= 1940 && year < 2100;
    }

    boolean isYearAt(int from) {
        return from + 4 <= text.length()
                && allDigits(text.substring(from, from + 4))
                && isYear(text.substring(from, from + 4))
                && (from + 4 == text.length() || !isDigit(text.charAt(from + 4)));
    }

    // --- flaws ---

    void trailing() {
        if (isAllowed(peek())) {
            flaw(
                    at,
                    "tail",
                    Text.of(
                            "编号应到此为止，不认识 “%s”",
                            "the number should end here; “%s” is not understood", text.substring(at)));
        } else {
            flaw(at, "characters", unexpectedCharacter());
        }
    }

    static boolean isAllowed(char character) {
        return isLetterOrDigit(character)
                || " /.:()_-+~".indexOf(character) >= 0
                || Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    static Text unexpectedCharacter() {
        return Text.of("编号含有不允许的字符", "the number has characters no number may have");
    }

    static Text yearExpected() {
        return Text.of("应为四位年份", "a four-digit year is missing or wrong");
    }

    void flaw(int place, String code, Text reason) {
        flaws.add(new Flaw(code, spelling.origin(place, sentEnd) + 1, reason));
    }

    Reading refuse(int position, String code, Text reason) {
        flaws.add(new Flaw(code, position, reason));
        return new Reading.Misread(List.copyOf(flaws));
    }
}
