package cn.quality.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body that breaks off when it grows beyond its limit, whatever length was announced. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private final Runnable exceeded;
    private @Nullable Handler<Throwable> failed;
    private long seen;

    /**
     * @param limit bytes
     * @param exceeded called once, before the stream fails
     */
    LimitedBody(ReadStream<Buffer> body, long limit, Runnable exceeded) {
        this.body = body;
        this.limit = limit;
        this.exceeded = exceeded;
    }

    private void pass(Buffer chunk, Handler<Buffer> next) {
        var before = seen;
        seen += chunk.length();
        if (seen <= limit) {
            next.handle(chunk);
        } else if (before <= limit) {
            exceeded.run();
            if (failed != null) {
                failed.handle(new IllegalStateException("body beyond " + limit + " bytes"));
            }
        }
    }

    @Override
    public LimitedBody handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    @Override
    public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public LimitedBody endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }

    @Override
    public LimitedBody pause() {
        body.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        body.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
