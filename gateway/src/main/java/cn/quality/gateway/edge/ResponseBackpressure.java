package cn.quality.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps callers who ask and do not read from taking the memory of all.
 *
 * <ul>
 *   <li>A request that was sent ahead waits until the one before it is answered and its connection has room for more; until then
 *       nothing more is read from the connection.
 *   <li>What waits, and what is written and not yet taken, is counted in a {@link TransferMemory}.
 *   <li>A caller who takes nothing of it for the idle time of a connection is cut off, and after a few seconds while memory is
 *       scarce. One who is only slow is not.
 *   <li>After a request or a response that says {@code Connection: close} nothing more is answered, and the connection is closed
 *       (RFC 9112 §9.6).
 * </ul>
 *
 * <p>All of it happens on the connection's own event loop.
 */
final class ResponseBackpressure extends ChannelDuplexHandler {

    private static final Duration PATIENCE_WHEN_SCARCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_BETWEEN_CHECKS = PATIENCE_WHEN_SCARCE;
    /** Of a message that is written, beside its content. */
    private static final int OVERHEAD = 256;
    /** About what a part of a request takes that waits; a head, or a piece of a body. */
    private static final int AHEAD = 1024;

    private final TransferMemory memory;
    private final Duration patience;

    private final Queue<Object> ahead = new ArrayDeque<>();
    private boolean readingStopped;
    /** A request was passed on, and its response has not come to its end. */
    private boolean underWay;

    private boolean requestWhole = true;
    /** The request under way, or the one before, is the last of this connection. */
    private boolean last;

    private boolean discarding;

    /** Bytes that are written and not taken. */
    private long untaken;

    private @Nullable Future<?> check;
    /** The message that is being sent, and how much of it is, as far as was seen. */
    private int current;

    private long progress;
    private long progressAt;

    /** @param patience how long a caller may take nothing of what is written */
    ResponseBackpressure(TransferMemory memory, Duration patience) {
        this.memory = memory;
        this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (ahead.isEmpty() && !mustWait(context, message)) {
            pass(context, message);
        } else {
            hold(context, message);
        }
    }

    private boolean mustWait(ChannelHandlerContext context, Object message) {
        return message instanceof HttpRequest
                && !last
                && (underWay || !context.channel().isWritable());
    }

    private void hold(ChannelHandlerContext context, Object message) {
        ahead.add(message);
        memory.add(AHEAD);
        var config = context.channel().config();
        if (memory.full()) {
            cut(context.channel());
        } else if (config.isAutoRead()) {
            config.setAutoRead(false);
            readingStopped = true;
        }
    }

    private void pass(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            discarding = last;
            if (!discarding) {
                underWay = true;
                requestWhole = false;
                // By its tokens; Vert.x knows the header only when it is the one word.
                last = !HttpUtil.isKeepAlive(request);
            }
        }
        if (discarding) {
            ReferenceCountUtil.release(message);
            return;
        }
        requestWhole |= message instanceof LastHttpContent;
        context.fireChannelRead(message);
        closeIfOver(context);
    }

    /** Passes on what may go now. */
    private void release(ChannelHandlerContext context) {
        var passed = false;
        for (var next = ahead.peek(); next != null && !mustWait(context, next); next = ahead.peek()) {
            ahead.remove();
            memory.remove(AHEAD);
            pass(context, next);
            passed = true;
        }
        if (passed) {
            // Vert.x sends what it has written at the end of what it has read.
            context.fireChannelReadComplete();
        }
        if (ahead.isEmpty() && readingStopped) {
            readingStopped = false;
            context.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        var counted = promise.unvoid();
        count(context, message, counted);
        if (message instanceof HttpResponse response) {
            last |= response.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
        }
        if (message instanceof LastHttpContent && !isPreliminary(message)) {
            underWay = false;
            if (!ahead.isEmpty()) {
                context.executor().execute(() -> release(context));
            }
        }
        super.write(context, message, counted);
    }

    private void count(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var bytes = OVERHEAD + content(message);
        if (untaken == 0) {
            progressAt = System.nanoTime();
        }
        untaken += bytes;
        memory.add(bytes);
        promise.addListener(taken -> {
            untaken -= bytes;
            memory.remove(bytes);
            closeIfOver(context);
        });
        watch(context);
    }

    private static int content(Object message) {
        return switch (message) {
            case ByteBuf bytes -> bytes.readableBytes();
            case ByteBufHolder holder -> holder.content().readableBytes();
            default -> 0;
        };
    }

    /** {@code 100 Continue} is a whole message and no answer. */
    private static boolean isPreliminary(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void closeIfOver(ChannelHandlerContext context) {
        if (last && !underWay && requestWhole && untaken == 0) {
            var unused = context.close();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        if (!ahead.isEmpty()) {
            release(context);
        }
    }

    /** One timer for each connection that is in use, whatever goes over it in the meantime. */
    private void watch(ChannelHandlerContext context) {
        if (check == null) {
            var pause = Math.min(patience.toMillis(), LONGEST_BETWEEN_CHECKS.toMillis());
            check = context.executor().schedule(() -> check(context), pause, TimeUnit.MILLISECONDS);
        }
    }

    private void check(ChannelHandlerContext context) {
        check = null;
        var waiting = context.channel().unsafe().outboundBuffer();
        if (untaken == 0 || waiting == null) {
            return;
        }
        var now = System.nanoTime();
        var message = System.identityHashCode(waiting.current());
        if (message != current || waiting.currentProgress() != progress) {
            current = message;
            progress = waiting.currentProgress();
            progressAt = now;
        }
        var limit = memory.scarce() ? PATIENCE_WHEN_SCARCE : patience;
        if (now - progressAt >= Math.min(limit.toNanos(), patience.toNanos())) {
            cut(context.channel());
        } else {
            watch(context);
        }
    }

    /** At once: Vert.x would first send what is waiting, and that is what does not go. */
    private static void cut(Channel channel) {
        channel.unsafe().close(channel.voidPromise());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (check != null) {
            check.cancel(false);
        }
        memory.remove((long) AHEAD * ahead.size());
        ahead.forEach(ReferenceCountUtil::release);
        ahead.clear();
        context.fireChannelInactive();
    }
}
