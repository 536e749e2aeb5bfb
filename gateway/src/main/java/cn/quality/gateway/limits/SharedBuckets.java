package cn.quality.gateway.limits;

import cn.quality.platform.digest.Digests;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The token buckets of all gateways together, in their database. Fails at once for a while after the database did not answer, so
 * that no request waits for it twice.
 */
final class SharedBuckets {

    private static final Logger LOG = Logger.getLogger(SharedBuckets.class);

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 64;
    private static final int TIDIED = 1_000;
    private static final int DIGITS = 32;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile long failedAt = System.nanoTime() - PAUSE.toNanos();

    SharedBuckets(DataSource database) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("limit_bucket")
                .requestTimeout(PATIENCE)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** Completes on the context, whatever thread the database is called on. */
    Future<ConsumptionProbe> tryConsume(BucketKey key, Context context) {
        if (System.nanoTime() - failedAt < PAUSE.toNanos() || !free.tryAcquire()) {
            return Future.failedFuture("the database is not called");
        }
        var counted = Promise.<ConsumptionProbe>promise();
        Thread.startVirtualThread(() -> {
            try {
                var probe = buckets.builder()
                        .build(name(key), () -> Buckets.configuration(key))
                        .tryConsumeAndReturnRemaining(1);
                context.runOnContext(here -> counted.tryComplete(probe));
            } catch (RuntimeException e) {
                LOG.warnf(
                        "Each gateway counts for itself for a while, the database does not answer: %s", e.getMessage());
                failedAt = System.nanoTime();
                context.runOnContext(here -> counted.tryFail(e));
            } finally {
                free.release();
            }
        });
        return counted.future().timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An address is personal data and is not stored in a table. */
    private static String name(BucketKey key) {
        return Digests.sha256(key.limitClass() + ' ' + key.owner()).substring(0, DIGITS);
    }

    /** Removes buckets that are full again. */
    void tidy() {
        Thread.startVirtualThread(() -> {
            try {
                buckets.removeExpired(TIDIED);
            } catch (RuntimeException e) {
                LOG.debugf("Not tidied: %s", e.getMessage());
            }
        });
    }
}
