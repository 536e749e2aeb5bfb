package cn.quality.gateway.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has connections arrive as where the gateway is the whole program. Here Netty belongs to the tests and does not find what is
 * named for it, so it is told by the first request; that one's connection stays as it is.
 */
@ApplicationScoped
class ConnectionsInTests {

    private static final int OUTERMOST = 30_000;

    private final AtomicBoolean told = new AtomicBoolean();

    void stand(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (told.compareAndSet(false, true)) {
                        tell(request.request().connection());
                    }
                    request.next();
                },
                OUTERMOST);
    }

    private static void tell(HttpConnection any) {
        var initializer = new ConnectionInitializer();
        ((ConnectionBase) any).channel().parent().pipeline().addFirst(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object accepted) {
                initializer.postInitializeServerChildChannel((Channel) accepted);
                context.fireChannelRead(accepted);
            }
        });
    }
}
