package cn.quality.gateway.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a connection on which the head of a request has begun and does not come to its end: a client that sends a byte now and
 * then would hold it for the whole idle time of a connection, and a few thousand of them would hold all there are.
 *
 * <p>It runs only while nothing else goes on, from the first bytes that are no whole head. A head that comes in one piece, as
 * nearly all do, sets no timer; bytes that follow a request while it is still under way count from what comes after its answer.
 * All of it happens on the connection's own event loop.
 */
final class HeaderTimeout extends ChannelDuplexHandler {

    private final Duration limit;
    private boolean awaitsHead = true;
    private boolean understood;
    private int unanswered;
    private @Nullable Future<?> end;

    /** @param limit from the first bytes of a head to its last */
    HeaderTimeout(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        understood = true;
        if (message instanceof HttpRequest) {
            awaitsHead = false;
            unanswered++;
            stop();
        }
        if (message instanceof LastHttpContent) {
            awaitsHead = true;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!understood && awaitsHead && unanswered == 0 && end == null) {
            end = context.executor().schedule(() -> cut(context.channel()), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
        understood = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent && !isPreliminary(message)) {
            unanswered--;
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    /** {@code 100 Continue} is a whole message and no answer. */
    private static boolean isPreliminary(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /** Without a word: nobody has asked anything yet. */
    private static void cut(Channel channel) {
        channel.unsafe().close(channel.voidPromise());
    }

    private void stop() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
