package cn.quality.gateway.cache;

import cn.quality.gateway.cache.Origin.Fetched;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * An answer that is kept, with what is needed to give it without thinking.
 *
 * @param headers all but those that are told anew each time
 * @param etag empty when it has none
 * @param born when its request began, in nanoseconds of the keeper's clock
 * @param age how old it was then, as caches before this one said
 * @param places of its subjects, see {@link Purges}
 */
record KeptAnswer(
        List<Map.Entry<CharSequence, CharSequence>> headers,
        Buffer body,
        CharSequence length,
        String etag,
        long born,
        Duration age,
        Lifetime lifetime,
        int[] places) {

    private static final CharSequence AGE = HttpHeaders.createOptimized("Age");
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int OVERHEAD = 512;

    /** What a 304 repeats (RFC 9110 §15.4.5). */
    private static final Set<String> OF_NOT_MODIFIED =
            Set.of("cache-control", "content-location", "date", "etag", "expires", "vary");

    static KeptAnswer of(MultiMap headers, Buffer body, long born, Lifetime lifetime, int[] places) {
        var etag = headers.get(HttpHeaders.ETAG);
        var age = headers.get(AGE);
        return new KeptAnswer(
                headers.entries().stream()
                        .filter(header -> !header.getKey().equalsIgnoreCase("age")
                                && !header.getKey().equalsIgnoreCase("content-length"))
                        .map(header -> Map.entry(
                                HttpHeaders.createOptimized(header.getKey()),
                                HttpHeaders.createOptimized(header.getValue())))
                        .toList(),
                body,
                HttpHeaders.createOptimized(Integer.toString(body.length())),
                etag == null ? "" : etag,
                born,
                age != null && age.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(age)) : Duration.ZERO,
                lifetime,
                places);
    }

    /** In nanoseconds, at a moment of the keeper's clock. */
    long ageAt(long now) {
        return age.toNanos() + now - born;
    }

    /** As it came. */
    Fetched fetched() {
        var all = MultiMap.caseInsensitiveMultiMap();
        headers.forEach(header -> all.add(header.getKey(), header.getValue()));
        return new Fetched(OK, all, body);
    }

    int weight() {
        int inHeaders = headers.stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
        return OVERHEAD + body.length() + inHeaders + Integer.BYTES * places.length;
    }

    void answer(HttpServerRequest request, Mark mark, long now) {
        var response = request.response();
        var seconds = Long.toString(TimeUnit.NANOSECONDS.toSeconds(ageAt(now)));
        response.putHeader(Mark.HEADER, mark.value()).putHeader(AGE, seconds);
        if (request.headers().contains(HttpHeaders.IF_NONE_MATCH)
                && EntityTags.match(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), etag)) {
            response.setStatusCode(NOT_MODIFIED);
            headers.forEach(header -> {
                if (OF_NOT_MODIFIED.contains(header.getKey().toString().toLowerCase(Locale.ROOT))) {
                    response.headers().add(header.getKey(), header.getValue());
                }
            });
            response.end();
            return;
        }
        for (var header : headers) {
            response.headers().add(header.getKey(), header.getValue());
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        if (HttpMethod.HEAD.equals(request.method())) {
            response.end();
        } else {
            response.end(body);
        }
    }
}
