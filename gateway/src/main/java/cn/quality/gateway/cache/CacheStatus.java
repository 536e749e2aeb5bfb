package cn.quality.gateway.cache;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** What the cache did for a response, as {@code X-Cache} says. */
enum CacheStatus {
    /** From the cache. */
    HIT,
    /** From the service. */
    MISS,
    /** From the cache, and no longer fresh: a new one is being fetched, or the service is down. */
    STALE,
    /** From the service, and not for the cache. */
    BYPASS;

    private static final CharSequence HEADER = HttpHeaders.createOptimized("X-Cache");

    private final CharSequence value = HttpHeaders.createOptimized(name());

    void writeTo(HttpServerResponse response) {
        response.putHeader(HEADER, value);
    }
}
