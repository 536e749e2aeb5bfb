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
        var purse = new Purse("standard", "203.0.113.7", 3);
        await().ignoreExceptions().until(() -> debit(one, new Purse("standard", "the migration is done", 1)) != null);
        assertThat(debit(one, purse).getRemainingTokens()).isEqualTo(2);
        assertThat(debit(other, purse).getRemainingTokens()).isEqualTo(1);
        assertThat(debit(one, purse).isConsumed()).isTrue();
        assertThat(debit(other, purse).isConsumed()).isFalse();
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
        var purse = new Purse("standard", "203.0.113.7", 3);
        assertThat(settled(buckets.debit(purse, vertx.getOrCreateContext())).failed())
                .isTrue();
        assertThat(settled(buckets.debit(purse, vertx.getOrCreateContext())).failed())
                .isTrue();
        assertThat(asked[0]).isEqualTo(1);
    }

    private ConsumptionProbe debit(SharedBuckets buckets, Purse purse) {
        return settled(buckets.debit(purse, vertx.getOrCreateContext())).result();
    }

    private static <T> Future<T> settled(Future<T> future) {
        await().until(future::isComplete);
        return future;
    }
}
