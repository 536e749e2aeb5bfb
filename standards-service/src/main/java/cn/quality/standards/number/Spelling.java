package cn.quality.standards.number;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling for many: what keyboards, fonts and input methods do to the same characters. */
public final class Spelling {

    // Hyphens, en and em dash, horizontal bar, minus, box line.
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212\\u2500]");
    // An input method types the em dash twice.
    private static final Pattern DASHES = Pattern.compile("-{2,}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
    private static final Pattern AROUND_SIGNS = Pattern.compile(" ?([-/:.]) ?");

    private Spelling() {}

    /** Full width to half width, dashes to {@code -}, one blank between words and none around signs, upper case. */
    public static String normalise(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace('\u2215', '/');
        folded = DASH.matcher(folded).replaceAll("-");
        folded = BLANKS.matcher(folded).replaceAll(" ");
        folded = AROUND_SIGNS.matcher(folded).replaceAll("$1");
        return DASHES.matcher(folded).replaceAll("-").strip();
    }
}
