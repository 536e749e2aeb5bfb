package cn.quality.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilencesTest {

    private final Vertx vertx = Vertx.vertx();
    private final Silences silences = new Silences(vertx);
    private final AtomicInteger told = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        silences.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Until somebody else, from now on, has been silent for so long. */
    private void pass(Duration time) throws InterruptedException {
        var over = new CountDownLatch(1);
        silences.watch(time, over::countDown);
        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoFallsSilentIsToldOfOnce() throws InterruptedException {
        silences.watch(Duration.ofMillis(200), told::incrementAndGet);

        pass(Duration.ofMillis(900));

        assertThat(told).hasValue(1);
    }

    @Test
    void whoIsHeardNowAndThenIsNotSilent() throws InterruptedException {
        var watch = silences.watch(Duration.ofMillis(500), told::incrementAndGet);
        vertx.setPeriodic(50, tick -> watch.heard());

        pass(Duration.ofMillis(1_200));

        assertThat(told).hasValue(0);
    }

    @Test
    void nobodyExpectsAnythingAfterTheEnd() throws InterruptedException {
        silences.watch(Duration.ofMillis(200), told::incrementAndGet).end();

        pass(Duration.ofMillis(500));

        assertThat(told).hasValue(0);
    }

    @Test
    void thenTheTimeRunsAnew() throws InterruptedException {
        var watch = silences.watch(Duration.ofMillis(200), told::incrementAndGet);
        watch.end();
        pass(Duration.ofMillis(400));
        watch.begin();

        pass(Duration.ofMillis(500));

        assertThat(told).hasValue(1);
    }
}
