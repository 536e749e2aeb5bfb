package cn.quality.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer whose sender may not fall silent: Vert.x stops its clock when an answer begins, and one would wait for
 * the rest for ever. Time in which the receiver holds the sender back does not count.
 */
final class WatchedBody implements ReadStream<Buffer> {

    private static final long NO_TIMER = -1;

    private final HttpClientResponse answer;
    private final Vertx vertx;
    private @Nullable Handler<Throwable> failed;
    private long timer = NO_TIMER;
    private boolean over;
    private boolean heardSinceLastTick = true;
    private boolean heldBack;

    /** @param silence after this, and before twice this, the transfer is given up */
    WatchedBody(HttpClientResponse answer, Vertx vertx, Duration silence) {
        this.answer = answer;
        this.vertx = vertx;
        // Most answers have arrived as a whole before this runs, and need no clock.
        vertx.runOnContext(afterWhatHasArrived -> watch(silence));
    }

    private void watch(Duration silence) {
        if (!over) {
            timer = vertx.setPeriodic(silence.toMillis(), tick -> look());
        }
    }

    private void look() {
        if (!heardSinceLastTick && !heldBack) {
            breakOff(new TimeoutException("silent in the middle of an answer"));
            answer.request().reset();
        }
        heardSinceLastTick = false;
    }

    private void breakOff(Throwable reason) {
        if (!over) {
            over();
            if (failed != null) {
                failed.handle(reason);
            }
        }
    }

    /** Nothing more will come, for good or ill, or nobody cares. */
    void over() {
        over = true;
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
            timer = NO_TIMER;
        }
    }

    @Override
    public WatchedBody handler(@Nullable Handler<Buffer> handler) {
        answer.handler(
                handler == null
                        ? null
                        : chunk -> {
                            heardSinceLastTick = true;
                            handler.handle(chunk);
                        });
        return this;
    }

    @Override
    public WatchedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        answer.exceptionHandler(handler == null ? null : this::breakOff);
        return this;
    }

    @Override
    public WatchedBody endHandler(@Nullable Handler<Void> handler) {
        answer.endHandler(
                handler == null
                        ? null
                        : end -> {
                            over();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public WatchedBody pause() {
        heldBack = true;
        answer.pause();
        return this;
    }

    @Override
    public WatchedBody resume() {
        heldBack = false;
        heardSinceLastTick = true;
        answer.resume();
        return this;
    }

    @Override
    public WatchedBody fetch(long amount) {
        answer.fetch(amount);
        return this;
    }
}
