package cn.quality.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How long a response may be used, as its service says.
 *
 * @param fresh from when it was made
 * @param stale how much longer it may be served while a new one is fetched
 * @param strict never served once it is no longer fresh, whatever happens
 * @param vary lower-case names of the request headers it depends on
 */
record Lifetime(Duration fresh, Duration stale, boolean strict, Set<String> vary) {

    private static final int OK = 200;

    private static final List<String> FORBIDDING = List.of("no-store", "no-cache", "private");
    private static final List<String> STRICT = List.of("must-revalidate", "proxy-revalidate", "s-maxage");

    /**
     * The headers of a {@link CacheKey}, and those that are the same in every request that has one: none carries a credential or
     * a cookie, and a response without an encoding suits all.
     */
    private static final Set<String> KNOWN =
            Set.of("accept", "accept-language", "authorization", "cookie", "accept-encoding");

    /** @return empty when the response must not be stored */
    static Optional<Lifetime> of(int status, MultiMap headers) {
        if (status != OK
                || headers.contains(HttpHeaders.SET_COOKIE)
                || headers.contains(HttpHeaders.CONTENT_ENCODING)
                || headers.contains("Content-Range")) {
            return Optional.empty();
        }
        var vary = new TreeSet<>(words(headers.getAll(HttpHeaders.VARY)).toList());
        var control = directives(headers.getAll(HttpHeaders.CACHE_CONTROL));
        if (!KNOWN.containsAll(vary)
                || !control.containsKey("public")
                || FORBIDDING.stream().anyMatch(control::containsKey)) {
            return Optional.empty();
        }
        var fresh = seconds(control.getOrDefault("s-maxage", control.getOrDefault("max-age", "")));
        return fresh.filter(Duration::isPositive)
                .map(lasts -> new Lifetime(
                        lasts,
                        seconds(control.getOrDefault("stale-while-revalidate", ""))
                                .orElse(Duration.ZERO),
                        STRICT.stream().anyMatch(control::containsKey),
                        vary));
    }

    private static Map<String, String> directives(List<String> lines) {
        var all = new HashMap<String, String>();
        words(lines).forEach(word -> {
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals).strip();
            var value = equals < 0 ? "" : word.substring(equals + 1).strip().replace("\"", "");
            // Said twice and differently: as if nothing sensible had been said.
            all.merge(name, value, (one, other) -> one.equals(other) ? one : "?");
        });
        return all;
    }

    private static Stream<String> words(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty());
    }

    private static Optional<Duration> seconds(String digits) {
        return digits.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(digits)))
                : Optional.empty();
    }
}
