package cn.quality.indicator.catalogue;

import java.text.Normalizer;
import java.util.Locale;

/** One form for what is searched and what is searched for: full width, case and compatibility characters make no difference. */
final class SearchText {

    private SearchText() {}

    /** The parts stand on lines of their own, so that no match runs from one into the next. */
    static String of(String... parts) {
        return Normalizer.normalize(String.join("\n", parts), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
