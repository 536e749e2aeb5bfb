package cn.quality.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cache key: every part of a request that a shared response may depend on. The address is taken as it was written: neither the
 * order of parameters nor the spelling of an escape is ours to judge.
 *
 * @param uri path and query
 * @param path decoded
 * @param accept empty when not sent
 * @param language empty when not sent
 */
record CacheKey(String uri, String path, String accept, String language) {

    /** A request with one of these is for its caller alone, or for something else than the whole. */
    private static final List<CharSequence> PRIVATE_OR_PARTIAL = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.COOKIE,
            HttpHeaders.createOptimized("Range"),
            HttpHeaders.createOptimized("If-Match"),
            HttpHeaders.createOptimized("If-Unmodified-Since"),
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.CONTENT_LENGTH);

    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /**
     * @param path decoded
     * @return empty when the response is not one for everybody
     */
    static Optional<CacheKey> of(HttpServerRequest request, String path) {
        var headers = request.headers();
        if (!METHODS.contains(request.method()) || PRIVATE_OR_PARTIAL.stream().anyMatch(headers::contains)) {
            return Optional.empty();
        }
        return Optional.of(of(request.uri(), path, headers));
    }

    /** @param headers all that the service is sent */
    static CacheKey of(String uri, MultiMap headers) {
        return of(uri, URI.create(uri).getPath(), headers);
    }

    private static CacheKey of(String uri, String path, MultiMap headers) {
        return new CacheKey(
                uri,
                path,
                spaceless(headers.getAll(HttpHeaders.ACCEPT)),
                spaceless(headers.getAll(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** The headers a service is sent, so that the response depends on nothing but the key. */
    MultiMap headers() {
        var headers = HttpHeaders.headers();
        if (!accept.isEmpty()) {
            headers.set(HttpHeaders.ACCEPT, accept);
        }
        if (!language.isEmpty()) {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        }
        return headers;
    }

    /** The value of a header that responses may vary by. */
    String value(String name) {
        return switch (name) {
            case "accept" -> accept;
            case "accept-language" -> language;
            // Never in a request that has a key, or not passed on.
            default -> "";
        };
    }

    /** Lines joined, and without the blanks that mean nothing outside of quotes. */
    private static String spaceless(List<String> lines) {
        var joined = lines.size() == 1 ? lines.getFirst() : String.join(",", lines);
        return joined.indexOf('"') < 0 && joined.indexOf(' ') >= 0 ? joined.replace(" ", "") : joined;
    }
}
