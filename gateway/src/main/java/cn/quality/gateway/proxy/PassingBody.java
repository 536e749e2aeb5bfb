package cn.quality.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body on its way through, and the means to stop it. */
abstract class PassingBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private @Nullable Handler<Throwable> failed;

    PassingBody(ReadStream<Buffer> body) {
        this.body = body;
    }

    /** One more piece; hand it to {@code next} or do not. */
    abstract void pass(Buffer chunk, Handler<Buffer> next);

    /** Nothing more will come, for good or ill. */
    void over() {}

    /** Ends the transfer as failed. */
    final void breakOff(Throwable reason) {
        over();
        if (failed != null) {
            failed.handle(reason);
        }
    }

    @Override
    public final PassingBody handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    @Override
    public final PassingBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        if (handler == null) {
            over(); // the pump takes its hands off
        }
        body.exceptionHandler(handler == null ? null : this::breakOff);
        return this;
    }

    @Override
    public final PassingBody endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            over();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public PassingBody pause() {
        body.pause();
        return this;
    }

    @Override
    public PassingBody resume() {
        body.resume();
        return this;
    }

    @Override
    public PassingBody fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
