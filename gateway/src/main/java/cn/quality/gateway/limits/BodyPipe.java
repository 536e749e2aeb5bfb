package cn.quality.gateway.limits;

import cn.quality.gateway.edge.Connections;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;

/**
 * Pipes the body of a service's response to the caller, no faster than the caller reads. Unlike the pipe of Vert.x it writes the
 * last piece and the end at once. A caller who stalls holds the connection to the service, and needs a place for that ({@link
 * SlowCallers}); without one it is cut off.
 */
public final class BodyPipe {

    public static final long UNKNOWN = -1;

    private final RoutingContext request;
    private final ReadStream<Buffer> body;
    private final HttpServerResponse response;
    private final Runnable abort;
    /** Bytes still to come, when that is known. */
    private long remaining;

    private boolean paused;
    private int pauses;
    private int pausesSeen;
    private boolean hasPlace;

    /**
     * @param request attached to {@link SlowCallers}
     * @param length bytes, or {@link #UNKNOWN}
     * @param abort ends the request to the service, of which nobody will read the rest
     */
    public BodyPipe(RoutingContext request, ReadStream<Buffer> body, long length, Runnable abort) {
        this.request = request;
        this.body = body;
        this.remaining = length;
        this.response = request.response();
        this.abort = abort;
    }

    public void start() {
        body.exceptionHandler(this::failed).handler(this::write).endHandler(end -> ended());
        response.drainHandler(drained -> resume());
    }

    private void watchCaller() {
        SlowCallers.stallMillis(request).ifPresent(this::watchEvery);
    }

    private void watchEvery(long millis) {
        var clock = request.vertx().setPeriodic(millis, tick -> {
            if (!hasPlace && stalled()) {
                hasPlace = SlowCallers.mayReadSlowly(request);
                if (!hasPlace) {
                    abort.run();
                    Connections.cut(request.request().connection());
                }
            }
        });
        request.addEndHandler(end -> request.vertx().cancelTimer(clock));
    }

    /** Whether the caller has taken too little to go on with since this was asked last. */
    private boolean stalled() {
        var before = pausesSeen;
        pausesSeen = pauses;
        return paused && before == pauses;
    }

    private void write(Buffer chunk) {
        if (remaining != UNKNOWN) {
            remaining -= chunk.length();
            if (remaining <= 0) {
                response.end(chunk);
                return;
            }
        }
        response.write(chunk);
        if (response.writeQueueFull()) {
            paused = true;
            body.pause();
            if (pauses++ == 0) {
                watchCaller();
            }
        }
    }

    private void resume() {
        if (paused) {
            paused = false;
            body.resume();
        }
    }

    private void ended() {
        if (!response.ended()) {
            response.end();
        }
    }

    private void failed(Throwable reason) {
        if (!response.ended()) {
            // Too late for a problem: the caller sees that bytes are missing.
            request.request().connection().close();
        }
    }
}
