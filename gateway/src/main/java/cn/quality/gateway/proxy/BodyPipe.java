package cn.quality.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;

/**
 * Pipes the body of a response to the caller, no faster than the caller reads. Unlike the pipe of Vert.x it writes the last
 * piece and the end at once.
 */
final class BodyPipe {

    static final long UNKNOWN = -1;

    private final ReadStream<Buffer> body;
    private final HttpServerResponse response;
    private final Runnable brokenOff;
    private final Runnable firstPause;
    /** Bytes still to come, when that is known. */
    private long remaining;

    private boolean paused;
    private int pauses;
    private int pausesSeen;

    /**
     * @param length bytes, or {@link #UNKNOWN}
     * @param brokenOff called when the rest will not come
     * @param firstPause called once, when the caller is slower than the service
     */
    BodyPipe(
            ReadStream<Buffer> body,
            long length,
            HttpServerResponse response,
            Runnable brokenOff,
            Runnable firstPause) {
        this.body = body;
        this.remaining = length;
        this.response = response;
        this.brokenOff = brokenOff;
        this.firstPause = firstPause;
    }

    void start() {
        body.exceptionHandler(this::failed).handler(this::write).endHandler(end -> ended());
        response.drainHandler(drained -> resume());
    }

    /** Whether the caller has taken too little to go on with since this was asked last. */
    boolean stalled() {
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
                firstPause.run();
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
            brokenOff.run();
        }
    }
}
