package cn.quality.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens after two failures of four, for a pause of ten seconds, by a clock that is moved by hand. */
class UpstreamCircuitBreakerTest {

    private static final RuntimeException FAILURE = new ConnectFailed("nobody there");

    private long now = 5;
    private final UpstreamCircuitBreaker breaker = new UpstreamCircuitBreaker(
            "credit",
            new UpstreamConfig.Breaker() {
                @Override
                public int requests() {
                    return 4;
                }

                @Override
                public int failures() {
                    return 50;
                }

                @Override
                public Duration pause() {
                    return Duration.ofSeconds(10);
                }
            },
            () -> now);

    private void request(Consumer<UpstreamCircuitBreaker> outcome) {
        assertThat(breaker.tryAcquirePermission()).isTrue();
        outcome.accept(breaker);
    }

    private static void fails(UpstreamCircuitBreaker breaker) {
        breaker.onFailure(FAILURE);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @BeforeEach
    void twoAreAnswered() {
        request(UpstreamCircuitBreaker::onSuccess);
        request(UpstreamCircuitBreaker::onSuccess);
    }

    private void open() {
        request(UpstreamCircuitBreakerTest::fails);
        request(UpstreamCircuitBreakerTest::fails);
        assertThat(breaker.isOpen()).isTrue();
    }

    /** Half open, with the one trial request under way. */
    private void halfOpen() {
        open();
        pass(Duration.ofSeconds(11));
        assertThat(breaker.tryAcquirePermission()).isTrue();
        assertThat(breaker.tryAcquirePermission()).isFalse();
    }

    @Test
    void opensWhenItsShareOfTheLatestRequestsFails() {
        request(UpstreamCircuitBreakerTest::fails);
        request(UpstreamCircuitBreaker::onSuccess);
        assertThat(breaker.isOpen()).isFalse();
        request(UpstreamCircuitBreakerTest::fails);
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.tryAcquirePermission()).isFalse();
    }

    @Test
    void abortedRequestsDoNotCount() {
        for (int i = 0; i < 8; i++) {
            request(UpstreamCircuitBreaker::onAborted);
        }
        request(UpstreamCircuitBreakerTest::fails);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void tellsHowLongItStaysOpen() {
        assertThat(breaker.remainingPause()).isZero();
        open();
        assertThat(breaker.remainingPause()).isEqualTo(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(4));
        assertThat(breaker.remainingPause()).isEqualTo(Duration.ofSeconds(6));
        assertThat(breaker.tryAcquirePermission()).isFalse();
        pass(Duration.ofSeconds(7));
        assertThat(breaker.remainingPause()).isZero();
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void oneSuccessClosesIt() {
        halfOpen();
        breaker.onSuccess();
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.remainingPause()).isZero();
        assertThat(breaker.tryAcquirePermission()).isTrue();
    }

    @Test
    void oneFailureOpensItForAnotherPause() {
        halfOpen();
        breaker.onFailure(FAILURE);
        assertThat(breaker.remainingPause()).isEqualTo(Duration.ofSeconds(10));
        assertThat(breaker.tryAcquirePermission()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anAbortedTrialMakesRoomForOneOther(int times) {
        halfOpen();
        for (int i = 0; i < times; i++) {
            breaker.onAborted();
            assertThat(breaker.tryAcquirePermission()).isTrue();
            assertThat(breaker.tryAcquirePermission()).isFalse();
        }
        breaker.onSuccess();
        assertThat(breaker.isOpen()).isFalse();
    }
}
