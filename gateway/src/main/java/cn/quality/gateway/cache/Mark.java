package cn.quality.gateway.cache;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Where an answer came from, told in {@code X-Cache}. */
enum Mark {
    /** From here. */
    HIT,
    /** From the service. */
    MISS,
    /** From here, and older than the service said it holds: a new one is being fetched, or the service is down. */
    STALE,
    /** From the service, and none of the cache's business. */
    BYPASS;

    static final CharSequence HEADER = HttpHeaders.createOptimized("X-Cache");

    private final CharSequence value = HttpHeaders.createOptimized(name());

    CharSequence value() {
        return value;
    }

    void writeTo(HttpServerRequest request) {
        request.response().putHeader(HEADER, value);
    }
}
