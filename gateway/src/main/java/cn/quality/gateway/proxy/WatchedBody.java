package cn.quality.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * A body whose sender may not fall silent: Vert.x stops its clock when an answer begins, and the pump would wait for the rest
 * for ever. Time in which the receiver holds the sender back does not count.
 */
final class WatchedBody extends PassingBody {

    private final Vertx vertx;
    private final long clock;
    private boolean heardSinceLastTick = true;
    private boolean heldBack;

    /** @param silence after this, and before twice this, the transfer is given up */
    WatchedBody(ReadStream<Buffer> body, Vertx vertx, Duration silence) {
        super(body);
        this.vertx = vertx;
        this.clock = vertx.setPeriodic(silence.toMillis(), tick -> look());
    }

    private void look() {
        if (!heardSinceLastTick && !heldBack) {
            breakOff(new TimeoutException("silent in the middle of an answer"));
        }
        heardSinceLastTick = false;
    }

    @Override
    void pass(Buffer chunk, Handler<Buffer> next) {
        heardSinceLastTick = true;
        next.handle(chunk);
    }

    @Override
    void over() {
        vertx.cancelTimer(clock);
    }

    @Override
    public PassingBody pause() {
        heldBack = true;
        return super.pause();
    }

    @Override
    public PassingBody resume() {
        heldBack = false;
        heardSinceLastTick = true;
        return super.resume();
    }
}
