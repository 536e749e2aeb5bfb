package cn.quality.platform.identifiers;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the detector of personal data reads it: full-width and other compatible characters plain, digits of every
 * script ASCII, invisible characters left out. Each of its characters knows where it comes from.
 *
 * @param plain what is read
 * @param origins where the character of the given text begins that each character of {@code plain} stands for
 * @param ends where that character ends
 */
record FoldedText(String plain, int[] origins, int[] ends) {

    /** The slash in ½: folded, one character would become two numbers. */
    private static final char FRACTION_SLASH = '\u2044';

    static FoldedText of(String text) {
        var plain = new StringBuilder(text.length());
        var origins = new int[text.length() + 16];
        var ends = new int[text.length() + 16];
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int end = at + Character.charCount(character);
            plain.append(folded(character));
            if (plain.length() > origins.length) {
                origins = Arrays.copyOf(origins, plain.length() * 2);
                ends = Arrays.copyOf(ends, plain.length() * 2);
            }
            for (int i = plain.length() - 1; i >= 0 && ends[i] == 0; i--) {
                origins[i] = at;
                ends[i] = end;
            }
            at = end;
        }
        return new FoldedText(plain.toString(), origins, ends);
    }

    private static String folded(int character) {
        if (character < 0x80) {
            return Character.toString(character);
        }
        if (Character.getType(character) == Character.FORMAT) {
            return "";
        }
        if (Character.isDigit(character)) {
            return Integer.toString(Character.digit(character, 10));
        }
        var given = Character.toString(character);
        var folded = Normalizer.normalize(given, Normalizer.Form.NFKC);
        return folded.indexOf(FRACTION_SLASH) < 0 ? folded : given;
    }
}
