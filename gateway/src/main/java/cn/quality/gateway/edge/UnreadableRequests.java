package cn.quality.gateway.edge;

import cn.quality.platform.digest.Secrets;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemDocument;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.netty.buffer.Unpooled;
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
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * Answers what cannot be read as a request, and ends its connection. Vert.x would answer with a bare status, before anything of
 * ours is called.
 */
final class UnreadableRequests extends ChannelInboundHandlerAdapter {

    private static final int TRACE_BYTES = 16;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isFailure()) {
            var type = type(request.decoderResult().cause());
            ReferenceCountUtil.release(message);
            var unused = context.writeAndFlush(answer(request.protocolVersion(), type));
        } else {
            context.fireChannelRead(message);
        }
    }

    private static ProblemType type(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> ProblemTypes.URI_TOO_LONG;
            case TooLongHttpHeaderException headers -> ProblemTypes.HEADERS_TOO_LARGE;
            default -> ProblemTypes.BAD_REQUEST;
        };
    }

    private static DefaultFullHttpResponse answer(HttpVersion version, ProblemType type) {
        var trace = HexFormat.of().formatHex(Secrets.random(TRACE_BYTES));
        var problem = new Problem(type, new Text("请求不是可读取的 HTTP", "The request is not readable HTTP"));
        var body = new JsonObject(ProblemDocument.of(problem, Locale.SIMPLIFIED_CHINESE, "/", trace)).toBuffer();
        var headers = HttpHeaders.headers()
                .set(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                .set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .set("X-Request-Id", trace);
        SecurityHeaders.writeTo(headers);
        var response = new DefaultFullHttpResponse(
                version,
                HttpResponseStatus.valueOf(type.status()),
                Unpooled.wrappedBuffer(Objects.requireNonNull(body.getBytes())));
        headers.forEach(header -> response.headers().set(header.getKey(), header.getValue()));
        return response;
    }
}
