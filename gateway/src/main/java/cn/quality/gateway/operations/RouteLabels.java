package cn.quality.gateway.operations;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the {@link RouteLabel} of a request. */
@Singleton
class RouteLabels {

    /** What the gateway answers itself, longest first. Codes of enterprises and indicators are public identifiers. */
    private static final List<Map.Entry<String, String>> OWN = List.of(
            Map.entry("/api/v1/webhooks", "webhooks"),
            Map.entry("/public-notices", "portal"),
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

    /** The receipt of a complaint is half of what it takes to read it. */
    private static final Pattern RECEIPT = Pattern.compile("(/complaints/)[^/]+");
    /** Ids of sessions and the like that are not for others; an identifier of the suite is shorter. */
    private static final Pattern LONG = Pattern.compile("[^/]{65,}");

    private final List<Map.Entry<String, String>> longestFirst;

    RouteLabels(RoutesConfig config) {
        this.longestFirst = Stream.concat(
                        config.routes().entrySet().stream()
                                .map(route -> Map.entry(route.getValue().prefix(), route.getKey())),
                        OWN.stream())
                .sorted(Comparator.comparingInt((Map.Entry<String, String> label) ->
                                label.getKey().length())
                        .reversed())
                .toList();
    }

    /** @param path decoded, without the query */
    RouteLabel of(String path) {
        if (path.equals("/")) {
            return new RouteLabel("portal", path, path);
        }
        for (var label : longestFirst) {
            var prefix = label.getKey();
            if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
                return new RouteLabel(label.getValue(), prefix, harmless(path));
            }
        }
        return RouteLabel.NONE;
    }

    private static String harmless(String path) {
        var known = path.contains("/complaints/") ? RECEIPT.matcher(path).replaceAll("$1{receipt}") : path;
        return known.length() > 64 ? LONG.matcher(known).replaceAll("…") : known;
    }
}
