package cn.quality.local.seeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

    @Test
    void doesEverythingWithNeverMoreThanAFewAtOnce() {
        var busy = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new AtomicInteger();
        var together = new CountDownLatch(3);

        Parallel.each(IntStream.range(0, 100).boxed(), 3, i -> {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            together.countDown();
            assertThat(await(together)).isTrue();
            busy.decrementAndGet();
            done.incrementAndGet();
        });

        assertThat(done).hasValue(100);
        assertThat(most).hasValue(3);
    }

    @Test
    void theFirstFailureEndsIt() {
        var begun = new AtomicInteger();

        assertThatThrownBy(() -> Parallel.each(IntStream.range(0, 1_000).boxed(), 2, i -> {
                    begun.incrementAndGet();
                    throw new SeedException("refused");
                }))
                .isInstanceOf(SeedException.class)
                .hasMessage("refused");
        assertThat(begun.get()).isLessThanOrEqualTo(2);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
