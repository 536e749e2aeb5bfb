package cn.quality.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleTimeoutsTest {

    private final Vertx vertx = Vertx.vertx();
    private final IdleTimeouts timeouts = new IdleTimeouts(vertx);
    private final AtomicInteger expired = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        timeouts.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Waits until another timeout of this length has expired. */
    private void pass(Duration time) throws InterruptedException {
        var over = new CountDownLatch(1);
        timeouts.start(time, over::countDown);
        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void expiresOnce() throws InterruptedException {
        timeouts.start(Duration.ofMillis(200), expired::incrementAndGet);

        pass(Duration.ofMillis(900));

        assertThat(expired).hasValue(1);
    }

    @Test
    void activityPreventsExpiry() throws InterruptedException {
        var timeout = timeouts.start(Duration.ofMillis(500), expired::incrementAndGet);
        vertx.setPeriodic(50, tick -> timeout.activity());

        pass(Duration.ofMillis(1_200));

        assertThat(expired).hasValue(0);
    }

    @Test
    void aStoppedTimeoutDoesNotExpire() throws InterruptedException {
        timeouts.start(Duration.ofMillis(200), expired::incrementAndGet).stop();

        pass(Duration.ofMillis(500));

        assertThat(expired).hasValue(0);
    }

    @Test
    void aRestartedTimeoutCountsAnew() throws InterruptedException {
        var timeout = timeouts.start(Duration.ofMillis(200), expired::incrementAndGet);
        timeout.stop();
        pass(Duration.ofMillis(400));
        timeout.restart();

        pass(Duration.ofMillis(500));

        assertThat(expired).hasValue(1);
    }
}
