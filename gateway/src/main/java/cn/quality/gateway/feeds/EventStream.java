package cn.quality.gateway.feeds;

import cn.quality.gateway.edge.Connections;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection that receives events. It takes the next only when the connection has room, so a slow one holds nothing but its
 * place; all of it happens on the connection's own event loop.
 */
final class EventStream {

    private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");
    private static final Buffer RESET = Buffer.buffer("event: reset\ndata: {\"reason\":\"gap\"}\n\n");

    private final RecentEvents events;
    private final Subscription subscription;
    private final HttpServerResponse response;
    private final HttpConnection connection;
    private final Context context;
    private final AtomicBoolean called = new AtomicBoolean();
    private long place;
    private boolean stuck;

    /** @param place up to where it has received events already */
    EventStream(
            RecentEvents events, Subscription subscription, HttpServerRequest request, Context context, long place) {
        this.events = events;
        this.subscription = subscription;
        this.response = request.response();
        this.connection = request.connection();
        this.context = context;
        this.place = place;
    }

    /** Begins; a place that is not known any more is reported as a gap. */
    void begin() {
        response.drainHandler(room -> call());
        if (place < 0) {
            place = events.end();
            write(RESET);
        }
        send();
    }

    /** There is something new. From any thread. */
    void call() {
        if (called.compareAndSet(false, true)) {
            context.runOnContext(here -> send());
        }
    }

    /** Sends a sign of life, and ends what has not taken the one before. From any thread. */
    void beat() {
        context.runOnContext(here -> {
            if (response.writeQueueFull() && stuck) {
                Connections.cut(connection);
            } else if (response.writeQueueFull()) {
                stuck = true;
            } else {
                stuck = false;
                write(HEARTBEAT);
            }
        });
    }

    /** Ends in good order; the client comes back with the last id it has. From any thread. */
    void end() {
        context.runOnContext(here -> {
            if (!response.ended() && !response.closed()) {
                response.end();
            }
        });
    }

    private void send() {
        called.set(false);
        while (!response.ended() && !response.closed() && !response.writeQueueFull()) {
            var lost = events.lost();
            if (place < lost) {
                place = lost;
                write(RESET);
            }
            var next = events.after(place);
            if (next == null) {
                return;
            }
            place = next.place();
            if (subscription.matches(next)) {
                write(next.written());
            }
        }
    }

    private void write(Buffer words) {
        if (!response.ended() && !response.closed()) {
            response.write(words);
        }
    }
}
