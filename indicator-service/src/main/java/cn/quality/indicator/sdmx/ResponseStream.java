package cn.quality.indicator.sdmx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The body of a response, written by a worker at the pace of its reader. A short one goes out whole, with its length, so that
 * caches take it and a fault on the way is still an error message; a long one in parts.
 */
final class ResponseStream extends OutputStream {

    private static final int PART = 64 * 1024;

    /** A reader who takes nothing for so long has left, whatever the connection says. */
    private static final int PATIENCE_SECONDS = 30;

    private static final int GLANCE_MILLIS = 50;

    private final HttpServerResponse response;
    private Buffer waiting = Buffer.buffer(PART);

    ResponseStream(HttpServerResponse response) {
        this.response = response;
    }

    /** The client is gone, so there is nobody to write to and nothing to report. */
    static final class ClientLeft extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClientLeft() {
            super("the client left", null, false, false);
        }
    }

    /** @throws ClientLeft when there is nobody to write to */
    void requireReader() {
        if (response.closed()) {
            throw new ClientLeft();
        }
    }

    @Override
    public void write(int b) throws IOException {
        waiting.appendByte((byte) b);
        sendFull();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        waiting.appendBytes(bytes, offset, length);
        sendFull();
    }

    private void sendFull() {
        if (waiting.length() < PART) {
            return;
        }
        requireReader();
        if (!response.headWritten()) {
            response.setChunked(true);
        }
        awaitReader();
        var part = waiting;
        waiting = Buffer.buffer(PART);
        response.write(part);
    }

    private void awaitReader() {
        var drained = new Semaphore(0);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (response.writeQueueFull()) {
            response.drainHandler(ready -> drained.release());
            try {
                // The signal may have come before anybody listened, and the client may have left.
                if (!drained.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() > deadline) {
                    throw new ClientLeft();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClientLeft();
            }
            requireReader();
        }
    }

    /** Sends the rest and ends the response. */
    void finish() {
        requireReader();
        if (!response.headWritten()) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(waiting.length()));
        }
        response.end(waiting);
    }
}
