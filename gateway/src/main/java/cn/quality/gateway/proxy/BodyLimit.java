package cn.quality.gateway.proxy;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** How large a body may be: what is checked before it is sent, and what a caller is answered. */
public final class BodyLimit {

    private BodyLimit() {}

    /** Fails with the refusal of a body that announces to be too large. */
    public static Future<Void> checkAnnounced(HttpServerRequest request, Route route) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return Future.succeededFuture();
        }
        try {
            return Long.parseLong(length) > route.bodyLimit().asLongValue()
                    ? Future.failedFuture(exceeded(route))
                    : Future.succeededFuture();
        } catch (NumberFormatException e) {
            return Future.failedFuture(new Problem(
                    ProblemTypes.BAD_REQUEST, new Text("Content-Length 不是数字", "Content-Length is not a number")));
        }
    }

    static Problem exceeded(Route route) {
        return new Problem(
                ProblemTypes.PAYLOAD_TOO_LARGE,
                Text.of(
                        "请求内容不得超过 %d 字节",
                        "A body may have %d bytes here", route.bodyLimit().asLongValue()));
    }
}
