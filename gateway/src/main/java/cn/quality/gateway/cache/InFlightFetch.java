package cn.quality.gateway.cache;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;

/**
 * One fetch that others may wait for. It ends with a response they may have, or with none: what is not for everybody, and every
 * failure, is of use to no one but the one who fetched.
 */
final class InFlightFetch {

    private final CacheKey key;
    private final long startedAt;
    private final Promise<Optional<CachedResponse>> result = Promise.promise();

    /** @param startedAt in nanoseconds of the store's clock */
    InFlightFetch(CacheKey key, long startedAt) {
        this.key = key;
        this.startedAt = startedAt;
    }

    CacheKey key() {
        return key;
    }

    long startedAt() {
        return startedAt;
    }

    Future<Optional<CachedResponse>> result() {
        return result.future();
    }

    void end(Optional<CachedResponse> response) {
        result.tryComplete(response);
    }
}
