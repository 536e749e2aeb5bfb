package cn.quality.gateway.upstream;

import io.vertx.core.Handler;
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
public final class WatchedBody implements ReadStream<Buffer> {

    private final HttpClientResponse answer;
    private final Silences.Watch watch;
    private @Nullable Handler<Throwable> failed;
    private boolean over;
    private boolean heldBack;

    /** @param silence after this the transfer is given up */
    WatchedBody(HttpClientResponse answer, Silences silences, Duration silence) {
        this.answer = answer;
        this.watch = silences.watch(silence, this::silent);
    }

    private void silent() {
        if (!over && !heldBack) {
            breakOff(new TimeoutException("silent in the middle of an answer"));
            answer.request().reset();
        }
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
    public void over() {
        over = true;
        watch.end();
    }

    @Override
    public WatchedBody handler(@Nullable Handler<Buffer> handler) {
        answer.handler(
                handler == null
                        ? null
                        : chunk -> {
                            watch.heard();
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
        watch.end();
        answer.pause();
        return this;
    }

    @Override
    public WatchedBody resume() {
        heldBack = false;
        if (!over) {
            watch.begin();
        }
        answer.resume();
        return this;
    }

    @Override
    public WatchedBody fetch(long amount) {
        answer.fetch(amount);
        return this;
    }
}
