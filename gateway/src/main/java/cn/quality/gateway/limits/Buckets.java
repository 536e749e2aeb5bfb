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

/** What this gateway has counted itself. */
final class Buckets {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<Purse, Bucket> byPurse;
    private final TimeMeter clock;

    /** @param clock nanoseconds that never run backwards */
    Buckets(int callers, LongSupplier clock) {
        this.byPurse = Caffeine.newBuilder()
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

    ConsumptionProbe debit(Purse purse) {
        return byPurse.get(purse, this::full).tryConsumeAndReturnRemaining(1);
    }

    long size() {
        byPurse.cleanUp();
        return byPurse.estimatedSize();
    }

    private Bucket full(Purse purse) {
        return Bucket.builder()
                .addLimit(bandwidth(purse))
                .withCustomTimePrecision(clock)
                .build();
    }

    static BucketConfiguration configuration(Purse purse) {
        return BucketConfiguration.builder().addLimit(bandwidth(purse)).build();
    }

    private static Bandwidth bandwidth(Purse purse) {
        return Bandwidth.builder()
                .capacity(purse.perMinute())
                .refillGreedy(purse.perMinute(), MINUTE)
                .build();
    }
}
