package cn.quality.gateway.portal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What was typed into the search box. */
sealed interface Query {

    /** Latin letters and digits alone, about as many as a code has: meant as a code, right or wrong. */
    Pattern CODE_LIKE = Pattern.compile("[0-9A-Za-z]{9,24}");

    int SHORTEST_NAME = 2;
    int LONGEST_NAME = 100;

    record Nothing() implements Query {}

    record TooShort() implements Query {}

    /** @param code in upper case, without spaces; not checked, so that the credit service can say what is wrong with it */
    record Code(String code) implements Query {}

    record Name(String name) implements Query {}

    static Query of(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        var packed = text.replaceAll("[\\s-]", "");
        if (packed.isEmpty()) {
            return new Nothing();
        }
        if (CODE_LIKE.matcher(packed).matches()) {
            return new Code(packed.toUpperCase(Locale.ROOT));
        }
        var characters = text.codePointCount(0, text.length());
        return characters < SHORTEST_NAME
                ? new TooShort()
                : new Name(text.substring(0, text.offsetByCodePoints(0, Math.min(characters, LONGEST_NAME))));
    }
}
