package cn.quality.gateway.operations;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/** Which process answered a request. */
public final class Served {

    private Served() {}

    public static void by(SocketAddress instance, RoutingContext request) {
        request.put(Served.class.getName(), instance);
    }

    static String whom(RoutingContext request) {
        return request.get(Served.class.getName()) instanceof SocketAddress instance ? instance.toString() : "-";
    }
}
