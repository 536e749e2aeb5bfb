package cn.quality.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The circuit state of one service: sends it nothing for a while after it failed too often, then one trial request, which
 * closes the circuit or opens it again.
 *
 * <p>resilience4j counts and decides. Outcomes are reported to it afterwards: wrapping the future would resume on a later
 * event-loop turn, when the first bytes of the response are gone. So every permission has to be answered by exactly one of
 * {@link #onSuccess}, {@link #onFailure} and {@link #onAborted}; a trial that is not leaves the circuit half open for good.
 */
final class UpstreamCircuitBreaker {

    private final CircuitBreaker circuit;
    private final LongSupplier clock;
    private final Duration pause;
    private volatile long openedAt;

    /** @param clock nanoseconds that never run backwards, so that setting the time of the machine opens or closes nothing */
    UpstreamCircuitBreaker(String name, UpstreamConfig.Breaker config, LongSupplier clock) {
        this.clock = clock;
        this.pause = config.pause();
        this.circuit = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(config.requests())
                        .minimumNumberOfCalls(config.requests())
                        .failureRateThreshold(config.failures())
                        // Asked once each time the circuit opens. A listener of state changes would make resilience4j
                        // build
                        // an event for every request.
                        .waitIntervalFunctionInOpenState(attempt -> pauseFromNow())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(new Ticks(clock))
                        .build());
    }

    private long pauseFromNow() {
        openedAt = clock.getAsLong();
        return pause.toMillis();
    }

    /** Whether a request may be sent; its outcome has to be reported then. */
    boolean tryAcquirePermission() {
        return circuit.tryAcquirePermission();
    }

    /** The service began to answer. How long it took is judged by the timeout of the route, not here. */
    void onSuccess() {
        circuit.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** The service did not answer. */
    void onFailure(Throwable failure) {
        circuit.onError(0, TimeUnit.NANOSECONDS, failure);
    }

    /** The request ended in a way that says nothing about the service. */
    void onAborted() {
        circuit.releasePermission();
    }

    /** True from the failure that opened it to the success that closes it. */
    boolean isOpen() {
        return circuit.getState() != State.CLOSED;
    }

    /** How long no request is permitted yet. */
    Duration remainingPause() {
        var remaining = pause.minusNanos(clock.getAsLong() - openedAt);
        return isOpen() && remaining.isPositive() ? remaining : Duration.ZERO;
    }

    /** The clock of nanoseconds as resilience4j takes one; it only compares instants. */
    private static final class Ticks extends Clock {

        private final LongSupplier nanos;

        Ticks(LongSupplier nanos) {
            this.nanos = nanos;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(nanos.getAsLong());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
