package cn.quality.gateway.edge;

import cn.quality.platform.digest.Secrets;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemDocument;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers what cannot be read as a request, and ends its connection; at once and without a word when its sender has sent too many.
 * Vert.x would answer with a bare status, before anything of ours is called.
 */
final class UnreadableRequests extends ChannelInboundHandlerAdapter {

    private static final int TRACE_BYTES = 16;

    private final Function<String, Optional<Map<String, String>>> limit;

    /** @param limit as {@link RefusalLimit#countUnreadable} */
    UnreadableRequests(Function<String, Optional<Map<String, String>>> limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isFailure()) {
            var type = type(request.decoderResult().cause());
            ReferenceCountUtil.release(message);
            var left = limit.apply(address(context.channel()));
            var unused = left.isPresent()
                    ? context.writeAndFlush(answer(request.protocolVersion(), type, left.get()))
                    : context.close();
        } else {
            context.fireChannelRead(message);
        }
    }

    private static String address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress from
                ? from.getAddress().getHostAddress()
                : "unknown";
    }

    private static ProblemType type(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> ProblemTypes.URI_TOO_LONG;
            case TooLongHttpHeaderException headers -> ProblemTypes.HEADERS_TOO_LARGE;
            default -> ProblemTypes.BAD_REQUEST;
        };
    }

    private static DefaultFullHttpResponse answer(HttpVersion version, ProblemType type, Map<String, String> left) {
        var trace = HexFormat.of().formatHex(Secrets.random(TRACE_BYTES));
        var problem = new Problem(type, new Text("请求不是可读取的 HTTP", "The request is not readable HTTP"));
        var body = new JsonObject(ProblemDocument.of(problem, Locale.SIMPLIFIED_CHINESE, "/", trace)).toBuffer();
        var headers = HttpHeaders.headers()
                .set(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                .set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .set("X-Request-Id", trace);
        left.forEach(headers::set);
        SecurityHeaders.writeTo(headers);
        var response = new DefaultFullHttpResponse(
                version,
                HttpResponseStatus.valueOf(type.status()),
                Unpooled.wrappedBuffer(Objects.requireNonNull(body.getBytes())));
        headers.forEach(header -> response.headers().set(header.getKey(), header.getValue()));
        return response;
    }
}
