package cn.quality.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The token buckets of this gateway alone. */
final class Buckets {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<BucketKey, Bucket> byKey;
    private final TimeMeter clock;

    /** @param clock nanoseconds that never run backwards */
    Buckets(int callers, LongSupplier clock) {
        this.byKey = Caffeine.newBuilder()
                .maximumSize(callers)
                // By then it is full, as a new one is.
                .expireAfterAccess(MINUTE)
                .ticker(clock::getAsLong)
                .executor(Runnable::run)
                .build();
        this.clock = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    ConsumptionProbe tryConsume(BucketKey key) {
        return byKey.get(key, this::full).tryConsumeAndReturnRemaining(1);
    }

    long size() {
        byKey.cleanUp();
        return byKey.estimatedSize();
    }

    private Bucket full(BucketKey key) {
        return Bucket.builder()
                .addLimit(bandwidth(key))
                .withCustomTimePrecision(clock)
                .build();
    }

    static BucketConfiguration configuration(BucketKey key) {
        return BucketConfiguration.builder().addLimit(bandwidth(key)).build();
    }

    private static Bandwidth bandwidth(BucketKey key) {
        return Bandwidth.builder()
                .capacity(key.perMinute())
                .refillGreedy(key.perMinute(), MINUTE)
                .build();
    }
}
