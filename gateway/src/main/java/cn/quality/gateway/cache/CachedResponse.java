package cn.quality.gateway.cache;

import cn.quality.gateway.edge.SharedBody;
import cn.quality.gateway.upstream.WholeResponse;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response in the cache, prepared so that answering with it takes no thought.
 *
 * @param headers all but those that are written anew each time
 * @param etag empty when it has none
 * @param requestedAt when its request began, in nanoseconds of the store's clock
 * @param initialAge how old it was then, by the word of caches before this one
 * @param slots of its subjects, see {@link Invalidations}
 */
record CachedResponse(
        List<Map.Entry<CharSequence, CharSequence>> headers,
        SharedBody body,
        String etag,
        long requestedAt,
        Duration initialAge,
        Lifetime lifetime,
        int[] slots) {

    private static final CharSequence AGE = HttpHeaders.createOptimized("Age");
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int OVERHEAD = 512;

    /** What a 304 repeats (RFC 9110 §15.4.5). */
    private static final Set<String> OF_NOT_MODIFIED =
            Set.of("cache-control", "content-location", "date", "etag", "expires", "vary");

    static CachedResponse of(MultiMap headers, Buffer body, long requestedAt, Lifetime lifetime, int[] slots) {
        var etag = headers.get(HttpHeaders.ETAG);
        var age = headers.get(AGE);
        return new CachedResponse(
                headers.entries().stream()
                        .filter(header -> !header.getKey().equalsIgnoreCase("age")
                                && !header.getKey().equalsIgnoreCase("content-length"))
                        .map(header -> Map.entry(
                                HttpHeaders.createOptimized(header.getKey()),
                                HttpHeaders.createOptimized(header.getValue())))
                        .toList(),
                new SharedBody(body),
                etag == null ? "" : etag,
                requestedAt,
                age != null && age.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(age)) : Duration.ZERO,
                lifetime,
                slots);
    }

    /** In nanoseconds, at a moment of the store's clock. */
    long ageAt(long now) {
        return initialAge.toNanos() + now - requestedAt;
    }

    /** As it was received. */
    WholeResponse whole() {
        var all = MultiMap.caseInsensitiveMultiMap();
        headers.forEach(header -> all.add(header.getKey(), header.getValue()));
        return new WholeResponse(OK, all, body.bytes());
    }

    /** Bytes it takes, about. */
    int weight() {
        int inHeaders = headers.stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
        return OVERHEAD + body.length() + inHeaders + Integer.BYTES * slots.length;
    }

    /** Answers a request, with a 304 when its caller has this response already. */
    void answer(RoutingContext context, CacheStatus status, long now) {
        var request = context.request();
        var response = context.response();
        status.writeTo(response);
        response.putHeader(AGE, Long.toString(TimeUnit.NANOSECONDS.toSeconds(ageAt(now))));
        if (isKnownTo(request)) {
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
        body.end(context);
    }

    /** A tag that was sent is what counts; without one, the date (RFC 9110 §13.1.3). */
    private boolean isKnownTo(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.IF_NONE_MATCH)
                ? EntityTags.match(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), etag)
                : moment(request.getHeader(HttpHeaders.IF_MODIFIED_SINCE))
                        .flatMap(since -> lastModified().map(changed -> !changed.isAfter(since)))
                        .orElse(false);
    }

    private Optional<Instant> lastModified() {
        return headers.stream()
                .filter(header -> HttpHeaders.LAST_MODIFIED
                        .toString()
                        .equalsIgnoreCase(header.getKey().toString()))
                .findFirst()
                .flatMap(header -> moment(header.getValue().toString()));
    }

    /** A date that is none is no condition. */
    private static Optional<Instant> moment(@Nullable String written) {
        try {
            return Optional.ofNullable(written)
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
