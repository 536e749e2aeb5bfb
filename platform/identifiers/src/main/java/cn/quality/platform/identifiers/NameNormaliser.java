package cn.quality.platform.identifiers;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings a name into the one form in which names are compared: full-width letters become plain, brackets, spaces and
 * punctuation of any kind are dropped, letters are small, traditional characters become simplified. Numerals stay as they
 * are: 第一 and 第二 are two enterprises, and so are 2.0 and 20, whose decimal point is no punctuation.
 *
 * <p>Stored names and searched names go through the same code, so that both always agree.
 * What they are found by are their {@link Bigrams}.
 */
public final class NameNormaliser {

    private NameNormaliser() {}

    /** The form for comparison; empty when the text has neither letters nor digits. Applying it twice changes nothing. */
    public static String normalise(String name) {
        var kept = new StringBuilder(name.length());
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .toArray();
        for (int i = 0; i < plain.length; i++) {
            if (Character.isLetterOrDigit(plain[i]) || isDecimalPoint(plain, i)) {
                kept.appendCodePoint(TraditionalCharacters.simplified(plain[i]));
            }
        }
        // What has come to stand side by side may compose (Hangul), so that a second pass would change it.
        return Normalizer.normalize(kept, Normalizer.Form.NFKC);
    }

    private static boolean isDecimalPoint(int[] text, int at) {
        return text[at] == '.'
                && at > 0
                && at + 1 < text.length
                && Character.isDigit(text[at - 1])
                && Character.isDigit(text[at + 1]);
    }
}
