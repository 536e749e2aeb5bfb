package cn.quality.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;

/** Hands the body of an answer on to the caller, no faster than the caller reads; the last piece and the end in one write. */
final class Pump {

    static final long UNKNOWN = -1;

    private final ReadStream<Buffer> body;
    private final HttpServerResponse response;
    private final Runnable brokenOff;
    /** Bytes still to come, when that is known. */
    private long rest;

    private boolean heldBack;

    /**
     * @param length bytes, or {@link #UNKNOWN}
     * @param brokenOff told when the rest will not come
     */
    Pump(ReadStream<Buffer> body, long length, HttpServerResponse response, Runnable brokenOff) {
        this.body = body;
        this.rest = length;
        this.response = response;
        this.brokenOff = brokenOff;
    }

    void start() {
        body.exceptionHandler(this::broken).handler(this::piece).endHandler(end -> ended());
        response.drainHandler(drained -> goOn());
    }

    private void piece(Buffer chunk) {
        if (rest != UNKNOWN) {
            rest -= chunk.length();
            if (rest <= 0) {
                response.end(chunk);
                return;
            }
        }
        response.write(chunk);
        if (response.writeQueueFull()) {
            heldBack = true;
            body.pause();
        }
    }

    private void goOn() {
        if (heldBack) {
            heldBack = false;
            body.resume();
        }
    }

    private void ended() {
        if (!response.ended()) {
            response.end();
        }
    }

    private void broken(Throwable reason) {
        if (!response.ended()) {
            brokenOff.run();
        }
    }
}
