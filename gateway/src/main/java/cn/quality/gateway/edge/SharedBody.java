package cn.quality.gateway.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The body of a response that many callers may be getting at the same time: one copy for all of them, of which each is sent the
 * next piece when its connection has room. While a large one is being sent it counts as memory of responses, once.
 */
public final class SharedBody {

    private static final int PIECE = 32 * 1024;

    private final Buffer bytes;
    private final CharSequence length;
    private final AtomicInteger readers = new AtomicInteger();

    /** @param bytes not changed any more */
    public SharedBody(Buffer bytes) {
        this.bytes = bytes;
        this.length = HttpHeaders.createOptimized(Integer.toString(bytes.length()));
    }

    public Buffer bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length();
    }

    /** Ends a response whose status and other headers are set. */
    public void end(RoutingContext request) {
        var response = request.response().putHeader(HttpHeaders.CONTENT_LENGTH, length);
        if (HttpMethod.HEAD.equals(request.request().method())) {
            response.end();
        } else if (bytes.length() <= PIECE) {
            response.end(bytes);
        } else {
            countReader(request);
            var transfer = new Transfer(response);
            var connection = request.request().connection();
            // In a turn of its own: room may be reported in the middle of a write, and one within another sends its
            // bytes twice.
            response.drainHandler(room -> Connections.onEventLoop(connection, transfer::send));
            Connections.onEventLoop(connection, transfer::send);
        }
    }

    private void countReader(RoutingContext request) {
        var memory = ResponseMemory.ofThisProcess();
        if (readers.getAndIncrement() == 0) {
            memory.add(bytes.length());
        }
        request.addEndHandler(end -> {
            if (readers.decrementAndGet() == 0) {
                memory.remove(bytes.length());
            }
        });
    }

    /** One caller's way through the bytes, on its connection's event loop. */
    private final class Transfer {

        private final HttpServerResponse response;
        private int sent;

        Transfer(HttpServerResponse response) {
            this.response = response;
        }

        void send() {
            while (!response.ended() && !response.closed() && !response.writeQueueFull()) {
                var piece = bytes.slice(sent, Math.min(sent + PIECE, bytes.length()));
                sent += piece.length();
                if (sent == bytes.length()) {
                    response.end(piece);
                } else {
                    response.write(piece);
                }
            }
        }
    }
}
