package cn.quality.gateway.upstream;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, with an idle timeout: that of Vert.x ends when a response begins, and one would wait for the rest for
 * ever. Time in which the receiver holds the sender back does not count.
 */
public final class TimedBody implements ReadStream<Buffer> {

    private final HttpClientResponse response;
    private final IdleTimeouts.IdleTimeout timeout;
    private @Nullable Handler<Throwable> failed;
    private boolean over;
    private boolean paused;

    /** @param limit how long nothing may arrive before the transfer is given up */
    TimedBody(HttpClientResponse response, IdleTimeouts timeouts, Duration limit) {
        this.response = response;
        this.timeout = timeouts.start(limit, this::expired);
    }

    private void expired() {
        if (!over && !paused) {
            breakOff(new TimeoutException("idle in the middle of a response"));
            response.request().reset();
        }
    }

    private void breakOff(Throwable reason) {
        if (!over) {
            end();
            if (failed != null) {
                failed.handle(reason);
            }
        }
    }

    private void end() {
        over = true;
        timeout.stop();
    }

    @Override
    public TimedBody handler(@Nullable Handler<Buffer> handler) {
        response.handler(
                handler == null
                        ? null
                        : chunk -> {
                            timeout.activity();
                            handler.handle(chunk);
                        });
        return this;
    }

    @Override
    public TimedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        response.exceptionHandler(handler == null ? null : this::breakOff);
        return this;
    }

    @Override
    public TimedBody endHandler(@Nullable Handler<Void> handler) {
        response.endHandler(
                handler == null
                        ? null
                        : end -> {
                            end();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public TimedBody pause() {
        paused = true;
        timeout.stop();
        response.pause();
        return this;
    }

    @Override
    public TimedBody resume() {
        paused = false;
        if (!over) {
            timeout.restart();
        }
        response.resume();
        return this;
    }

    @Override
    public TimedBody fetch(long amount) {
        response.fetch(amount);
        return this;
    }
}
