package cn.quality.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body that breaks off when it grows beyond its limit, whatever length was announced. */
final class LimitedBody extends PassingBody {

    private final long limit;
    private final Runnable exceeded;
    private long seen;

    /**
     * @param limit bytes
     * @param exceeded told once, before the stream fails
     */
    LimitedBody(ReadStream<Buffer> body, long limit, Runnable exceeded) {
        super(body);
        this.limit = limit;
        this.exceeded = exceeded;
    }

    @Override
    void pass(Buffer chunk, Handler<Buffer> next) {
        var before = seen;
        seen += chunk.length();
        if (seen <= limit) {
            next.handle(chunk);
        } else if (before <= limit) {
            exceeded.run();
            breakOff(new IllegalStateException("body beyond " + limit + " bytes"));
        }
    }
}
