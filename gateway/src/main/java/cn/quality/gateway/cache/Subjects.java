package cn.quality.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a response is about, in words an event may invalidate: the address and the addresses above it, and every enterprise that
 * is named in it by its code.
 *
 * <p>A response about one enterprise stops at that enterprise: it is not invalidated by what happens to the list it is in, so that
 * the files of all others stay while records of one arrive.
 */
final class Subjects {

    /** Characters of a unified social credit code, and how many. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private Subjects() {}

    /** @param path decoded */
    static Set<String> ofAddress(String path) {
        var subjects = new HashSet<String>();
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            subjects.add(path.substring(0, end));
            var segment =
                    path.substring(path.lastIndexOf('/', end - 1) + 1, end).toUpperCase(Locale.ROOT);
            if (CODE.matcher(segment).matches()) {
                // What was found so far lies below this enterprise.
                subjects.add(segment);
                return subjects;
            }
        }
        return subjects;
    }

    /** The codes that stand in a text, whatever its format. */
    static Set<String> named(byte[] text) {
        var codes = new HashSet<String>();
        int run = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i < text.length && isWord(text[i])) {
                run++;
            } else {
                if (run == LENGTH) {
                    add(text, i - LENGTH, codes);
                }
                run = 0;
            }
        }
        return codes;
    }

    private static boolean isWord(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z');
    }

    private static void add(byte[] text, int from, Set<String> codes) {
        var word = new String(text, from, LENGTH, StandardCharsets.US_ASCII);
        if (CODE.matcher(word).matches()) {
            codes.add(word);
        }
    }

    static int[] slots(Set<String> subjects) {
        return subjects.stream().mapToInt(Invalidations::slot).distinct().toArray();
    }
}
