package cn.quality.platform.identifiers;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The terms under which Chinese text is stored and found: two characters are the shortest word worth a search, and a trigram
 * index cannot serve them. They are cut from text that has been brought into one form, which each kind of text has its own
 * of: a name has no signs, a number lives by them.
 */
public final class Bigrams {

    private Bigrams() {}

    /** Each pair of neighbouring characters, once, in the order of the text. */
    public static Set<String> of(String folded) {
        var characters = folded.codePoints().toArray();
        var pairs = new LinkedHashSet<String>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(new String(characters, i, 2));
        }
        return pairs;
    }
}
