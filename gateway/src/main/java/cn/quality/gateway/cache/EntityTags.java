package cn.quality.gateway.cache;

import java.util.List;
import java.util.regex.Pattern;

/** The condition of RFC 9110 §13.1.2: whether the caller has the response already. */
final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    private EntityTags() {}

    /**
     * Compares weakly, as a GET does.
     *
     * @param ifNoneMatch the header's lines
     * @param etag of the response at hand; empty when it has none
     */
    static boolean match(List<String> ifNoneMatch, String etag) {
        return ifNoneMatch.stream()
                .anyMatch(line -> line.strip().equals("*") || (!etag.isEmpty() && names(line, etag)));
    }

    private static boolean names(String line, String etag) {
        var wanted = opaque(etag);
        return line.equals(wanted)
                || TAG.matcher(line).results().anyMatch(tag -> tag.group(1).equals(wanted));
    }

    private static String opaque(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}
