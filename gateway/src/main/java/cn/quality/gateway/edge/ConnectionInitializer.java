package cn.quality.gateway.edge;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.flush.FlushConsolidationHandler;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives every connection its {@link HeaderTimeout} and its {@link ResponseBackpressure}. Vert.x has one place where it reports a
 * connection, and Quarkus does not pass it on, so this is Netty's own: it finds the class by {@code META-INF/services}, where
 * {@link cn.quality.gateway.Gateway} makes it look, and asks for beans only when there are some.
 */
public final class ConnectionInitializer extends ChannelInitializerExtension {

    /** Vert.x' name of what stands where messages are still messages, on their way in and out. */
    private static final String MESSAGES = "httpEncoder";

    private static final int FLUSHES = FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES;

    private final Duration headTime;
    private final Duration idleTime;
    private final TransferMemory responses;
    private final Function<String, Optional<Map<String, String>>> unreadable;

    /** For Netty; {@link EdgeConfig#headTime()} and the server's idle time. */
    public ConnectionInitializer() {
        this(
                time("gateway.edge.head-time").orElseGet(() -> Duration.parse("PT" + EdgeConfig.HEAD_TIME)),
                time("quarkus.http.idle-timeout").orElseThrow(),
                ResponseMemory.ofThisProcess(),
                address -> CDI.current().select(RefusalLimit.class).get().countUnreadable(address));
    }

    /** @param unreadable as {@link RefusalLimit#countUnreadable} */
    ConnectionInitializer(
            Duration headTime,
            Duration idleTime,
            TransferMemory responses,
            Function<String, Optional<Map<String, String>>> unreadable) {
        this.headTime = headTime;
        this.idleTime = idleTime;
        this.responses = responses;
        this.unreadable = unreadable;
    }

    private static Optional<Duration> time(String setting) {
        return ConfigProvider.getConfig(ConnectionInitializer.class.getClassLoader())
                .getOptionalValue(setting, Duration.class);
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            /** By now Vert.x has put up the rest. */
            @Override
            public void channelActive(ChannelHandlerContext context) {
                var pipeline = context.pipeline();
                if (pipeline.get(MESSAGES) != null) {
                    pipeline.addAfter(MESSAGES, "headClock", new HeaderTimeout(headTime));
                    pipeline.addAfter("headClock", "backpressure", new ResponseBackpressure(responses, idleTime));
                    pipeline.addAfter("backpressure", "unreadable", new UnreadableRequests(unreadable));
                    // What one turn of the event loop writes goes out at its end; the other side wakes up once.
                    pipeline.addFirst(new FlushConsolidationHandler(FLUSHES, true));
                }
                context.fireChannelActive();
                pipeline.remove(this);
            }
        });
    }
}
