package cn.quality.gateway.upstream;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Spares a service that does not answer, and those who would wait for it. SmallRye's circuit breaker counts and decides; it is
 * told what came of a request rather than put around it, because around a future it goes on in another turn of the event loop,
 * when the first bytes of the answer are gone.
 */
final class Breaker {

    /** For the guard, which counts what is thrown. */
    private static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAnswer() {
            super("no answer", null, false, false);
        }
    }

    private static final NoAnswer NO_ANSWER = new NoAnswer();

    private final TypedGuard<Boolean> guard;
    private final Duration pause;
    private final AtomicBoolean trying = new AtomicBoolean();
    /** How many of the latest requests the guard looks at. */
    private final int window;
    /** Answers the guard has still to hear of: a window that is all answers does not change by one more. */
    private volatile int untold;

    private volatile boolean open;
    private volatile long openedAt;

    Breaker(String name, UpstreamConfig.Breaker config) {
        this.pause = config.pause();
        this.window = config.requests();
        this.untold = window;
        this.guard = TypedGuard.create(Boolean.class)
                .withDescription(name)
                .withCircuitBreaker()
                .requestVolumeThreshold(config.requests())
                .failureRatio(config.failures() / 100.0)
                .delay(pause.toMillis(), ChronoUnit.MILLIS)
                .onStateChange(this::changed)
                .done()
                .build();
    }

    private void changed(CircuitBreakerState now) {
        openedAt = System.nanoTime();
        open = now != CircuitBreakerState.CLOSED;
    }

    /** Whether a request may go out; when it may, it has to be told what came of it in the end. */
    boolean admits() {
        return !open || (rest().isZero() && trying.compareAndSet(false, true));
    }

    boolean open() {
        return open;
    }

    /** How long nobody is let through yet. */
    Duration rest() {
        var rest = pause.minusNanos(System.nanoTime() - openedAt);
        return open && rest.isPositive() ? rest : Duration.ZERO;
    }

    void answered() {
        var left = untold;
        if (left > 0 || open) {
            untold = Math.max(0, left - 1);
            told(true);
            trying.set(false);
        }
    }

    void failed(Throwable failure) {
        if (Failure.of(failure) != Failure.ABANDONED) {
            untold = window;
            told(false);
        }
        trying.set(false);
    }

    private void told(boolean answered) {
        try {
            guard.get(() -> {
                if (!answered) {
                    throw NO_ANSWER;
                }
                return true;
            });
        } catch (NoAnswer | CircuitBreakerOpenException counted) {
            // that is what it is for
        }
    }
}
