package cn.quality.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.quality.gateway.Ground;
import cn.quality.gateway.OutsideWorld;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(OutsideWorld.class)
@WithTestResource(Ground.class)
class SharedBucketsTest {

    @Inject
    DataSource database;

    @Inject
    Vertx vertx;

    @Test
    void severalGatewaysCountTogether() {
        var one = new SharedBuckets(database);
        var other = new SharedBuckets(database);
        var key = new BucketKey("standard", "203.0.113.7", 3);
        await().ignoreExceptions()
                .until(() -> tryConsume(one, new BucketKey("standard", "the migration is done", 1)) != null);
        assertThat(tryConsume(one, key).getRemainingTokens()).isEqualTo(2);
        assertThat(tryConsume(other, key).getRemainingTokens()).isEqualTo(1);
        assertThat(tryConsume(one, key).isConsumed()).isTrue();
        assertThat(tryConsume(other, key).isConsumed()).isFalse();
    }

    @Test
    void aDatabaseThatFailsIsNotAskedAgainForAWhile() {
        var asked = new int[1];
        var broken = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    asked[0]++;
                    throw new SQLException("gone");
                });
        var buckets = new SharedBuckets(broken);
        var key = new BucketKey("standard", "203.0.113.7", 3);
        assertThat(settled(buckets.tryConsume(key, vertx.getOrCreateContext())).failed())
                .isTrue();
        assertThat(settled(buckets.tryConsume(key, vertx.getOrCreateContext())).failed())
                .isTrue();
        assertThat(asked[0]).isEqualTo(1);
    }

    private ConsumptionProbe tryConsume(SharedBuckets buckets, BucketKey key) {
        return settled(buckets.tryConsume(key, vertx.getOrCreateContext())).result();
    }

    private static <T> Future<T> settled(Future<T> future) {
        await().until(future::isComplete);
        return future;
    }
}
