package cn.quality.gateway.operations;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a request went, in words that are few and harmless: the name of its route, and its path without what only the caller
 * should know.
 */
@Singleton
class Places {

    /** Nobody claims the address: it may hold anything, so it is not written. */
    static final Place NOWHERE = new Place("none", "", "-");

    /** What the gateway answers itself, longest first. Codes of enterprises and indicators are public identifiers. */
    private static final List<Map.Entry<String, String>> OWN = List.of(
            Map.entry("/api/v1/webhooks", "webhooks"),
            Map.entry("/complaints", "counter"),
            Map.entry("/indicators", "portal"),
            Map.entry("/standards", "portal"),
            Map.entry("/workbench", "workbench"),
            Map.entry("/api/v1/events", "events"),
            Map.entry("/assets", "assets"),
            Map.entry("/health", "health"),
            Map.entry("/api/v1", "gateway"),
            Map.entry("/credit", "portal"),
            Map.entry("/logout", "session"),
            Map.entry("/lists", "portal"),
            Map.entry("/login", "session"),
            Map.entry("/docs", "docs"),
            Map.entry("/q", "operations"));

    /** Whoever knows the receipt of a complaint is halfway to reading it. */
    private static final Pattern RECEIPT = Pattern.compile("(/complaints/)[^/]+");
    /** Ids of sessions and the like that are not for others; an identifier of the suite is shorter. */
    private static final Pattern LONG = Pattern.compile("[^/]{65,}");

    private final List<Map.Entry<String, String>> longestFirst;

    Places(RoutesConfig config) {
        this.longestFirst = Stream.concat(
                        config.routes().entrySet().stream()
                                .map(route -> Map.entry(route.getValue().prefix(), route.getKey())),
                        OWN.stream())
                .sorted(Comparator.comparingInt((Map.Entry<String, String> place) ->
                                place.getKey().length())
                        .reversed())
                .toList();
    }

    /** @param prefix what the addresses of the route begin with, empty for {@link #NOWHERE} */
    record Place(String route, String prefix, String path) {}

    /** @param path decoded, without the query */
    Place of(String path) {
        if (path.equals("/")) {
            return new Place("portal", path, path);
        }
        for (var place : longestFirst) {
            var prefix = place.getKey();
            if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
                return new Place(place.getValue(), prefix, harmless(path));
            }
        }
        return NOWHERE;
    }

    private static String harmless(String path) {
        var known = path.contains("/complaints/") ? RECEIPT.matcher(path).replaceAll("$1{receipt}") : path;
        return known.length() > 64 ? LONG.matcher(known).replaceAll("…") : known;
    }
}
