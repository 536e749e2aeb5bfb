package cn.quality.gateway.edge;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** What Vert.x' own interface of a connection does not offer. */
public final class Connections {

    private Connections() {}

    /** Calls on the event loop of the connection, in a turn of its own. */
    static void onEventLoop(HttpConnection connection, Runnable call) {
        ((ConnectionBase) connection).channel().eventLoop().execute(call);
    }

    /** Closes at once. Vert.x would first send what is waiting, and where a caller does not read that does not go. */
    public static void cut(HttpConnection connection) {
        var channel = ((ConnectionBase) connection).channel();
        channel.unsafe().close(channel.voidPromise());
    }
}
