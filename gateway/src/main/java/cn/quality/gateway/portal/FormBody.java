package cn.quality.gateway.portal;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A form as a browser sends it: read whole, and no larger than people write. */
final class FormBody {

    /** The longest text of a complaint has 4,000 characters, each up to nine bytes when encoded for a form. */
    private static final int LIMIT = 64 * 1024;

    private static final int MOST_FIELDS = 64;
    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private FormBody() {}

    /**
     * The fields that were filled in, without surrounding space; of a field that comes twice, the first.
     *
     * @return fails with the refusal: 413 when it is too long, 415 when it is no form
     */
    static Future<Map<String, String>> read(RoutingContext request) {
        var incoming = request.request();
        var type = incoming.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith(MEDIA_TYPE)) {
            return Future.failedFuture(new Problem(
                    ProblemTypes.UNSUPPORTED_MEDIA_TYPE, new Text("请通过本站页面提交表单", "Send the form of the page")));
        }
        var whole = Promise.<Map<String, String>>promise();
        var taken = Buffer.buffer();
        incoming.handler(piece -> {
            if (taken.length() + piece.length() > LIMIT) {
                tooLong().onFailure(whole::tryFail);
            } else {
                taken.appendBuffer(piece);
            }
        });
        incoming.exceptionHandler(whole::tryFail);
        incoming.endHandler(end -> whole.tryComplete(fields(taken.toString(StandardCharsets.UTF_8))));
        incoming.resume();
        return whole.future();
    }

    private static Future<Void> tooLong() {
        return Future.failedFuture(new Problem(
                ProblemTypes.PAYLOAD_TOO_LARGE, Text.of("表单不得超过 %d 字节", "A form may have %d bytes", LIMIT)));
    }

    private static Map<String, String> fields(String body) {
        return new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS)
                .parameters().entrySet().stream()
                        .filter(field -> !field.getValue().getFirst().isBlank())
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                field -> field.getValue().getFirst().strip()));
    }
}
