package cn.quality.standards.number;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * One spelling for many: what keyboards, fonts and input methods do to the same characters. Full width becomes half width,
 * dashes become {@code -}, one blank stays between words and none around signs, and all is upper case.
 */
public final class Spelling {

    private static final String SIGNS = "-/:.";
    // Hyphens, en and em dash, horizontal bar, minus, box line.
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500";

    private final StringBuilder text = new StringBuilder();
    private int[] origins = new int[64];

    private Spelling(String original) {
        for (int at = 0; at < original.length(); ) {
            int next = endOfCharacter(original, at);
            var folded = Normalizer.normalize(original.substring(at, next), Normalizer.Form.NFKC)
                    .toUpperCase(Locale.ROOT);
            for (int i = 0; i < folded.length(); i++) {
                add(folded.charAt(i), at);
            }
            at = next;
        }
        while (!text.isEmpty() && last() == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    /** The text in the one spelling. */
    public static String normalise(String text) {
        return new Spelling(text).text.toString();
    }

    static Spelling of(String text) {
        return new Spelling(text);
    }

    /** A character with the marks that belong to it. */
    private static int endOfCharacter(String original, int at) {
        int end = at + Character.charCount(original.codePointAt(at));
        while (end < original.length() && Character.getType(original.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        return end;
    }

    private void add(char character, int origin) {
        if (isBlank(character)) {
            if (!text.isEmpty() && last() != ' ' && SIGNS.indexOf(last()) < 0) {
                append(' ', origin);
            }
            return;
        }
        char sign = DASHES.indexOf(character) >= 0 ? '-' : character == '\u2215' ? '/' : character;
        if (SIGNS.indexOf(sign) >= 0 && !text.isEmpty() && last() == ' ') {
            text.setLength(text.length() - 1);
        }
        // An input method types the em dash twice.
        if (sign != '-' || text.isEmpty() || last() != '-') {
            append(sign, origin);
        }
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    private char last() {
        return text.charAt(text.length() - 1);
    }

    private void append(char character, int origin) {
        if (text.length() == origins.length) {
            origins = Arrays.copyOf(origins, origins.length * 2);
        }
        origins[text.length()] = origin;
        text.append(character);
    }

    String text() {
        return text.toString();
    }

    /** Where a character of the one spelling stood in the original; the end for the place after the last. */
    int origin(int index, int end) {
        return index < text.length() ? origins[index] : end;
    }
}
