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
 * What somebody asks who gets what everybody gets: all of a request that its answer may depend on. The address is taken as it
 * was written: neither the order of parameters nor the spelling of an escape is ours to judge.
 *
 * @param uri path and query
 * @param path decoded
 * @param accept empty when not sent
 * @param language empty when not sent
 */
record Question(String uri, String path, String accept, String language) {

    /** Whoever sends one of these asks for himself, or for something else than the whole. */
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
     * @return empty when the answer is not one for everybody
     */
    static Optional<Question> of(HttpServerRequest request, String path) {
        var headers = request.headers();
        if (!METHODS.contains(request.method()) || PRIVATE_OR_PARTIAL.stream().anyMatch(headers::contains)) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                request.uri(),
                path,
                spaceless(headers.getAll(HttpHeaders.ACCEPT)),
                spaceless(headers.getAll(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    /** @param headers all that is asked with */
    static Question of(String uri, MultiMap headers) {
        return new Question(
                uri,
                URI.create(uri).getPath(),
                spaceless(headers.getAll(HttpHeaders.ACCEPT)),
                spaceless(headers.getAll(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** All that is sent to the service, so that the answer depends on nothing else. */
    void writeTo(MultiMap headers) {
        if (!accept.isEmpty()) {
            headers.set(HttpHeaders.ACCEPT, accept);
        }
        if (!language.isEmpty()) {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        }
    }

    /** The value of a header that answers may vary by. */
    String value(String name) {
        return switch (name) {
            case "accept" -> accept;
            case "accept-language" -> language;
            // Sent by nobody who gets here, or not passed on.
            default -> "";
        };
    }

    /** Lines joined, and without the blanks that mean nothing outside of quotes. */
    private static String spaceless(List<String> lines) {
        var joined = lines.size() == 1 ? lines.getFirst() : String.join(",", lines);
        return joined.indexOf('"') < 0 && joined.indexOf(' ') >= 0 ? joined.replace(" ", "") : joined;
    }
}
