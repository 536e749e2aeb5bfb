package cn.quality.gateway.portal;

import cn.quality.gateway.edge.BodyReader;
import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A form as a browser sends it: read whole, no larger than people write and no slower than a bad line is. */
@Singleton
class FormBody {

    /** The longest text of a complaint has 4,000 characters, each up to nine bytes when encoded for a form. */
    private static final int LIMIT = 64 * 1024;

    private static final int MOST_FIELDS = 64;
    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private final BodyReader reader;
    private final ProblemWriter problems;

    FormBody(BodyReader reader, ProblemWriter problems) {
        this.reader = reader;
        this.problems = problems;
    }

    /** Reads the form, and hands its fields on or ends the request with the refusal. */
    Handler<RoutingContext> then(BiConsumer<RoutingContext, Map<String, String>> next) {
        return request -> read(request)
                .onSuccess(fields -> next.accept(request, fields))
                .onFailure(failure -> problems.write(request, failure));
    }

    /**
     * The fields that were filled in, without surrounding space; of a field that comes twice, the first.
     *
     * @return fails with the refusal: 413 when it is too long, 408 too slow, 415 no form, 400 not readable
     */
    Future<Map<String, String>> read(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith(MEDIA_TYPE)) {
            return Future.failedFuture(new Problem(
                    ProblemTypes.UNSUPPORTED_MEDIA_TYPE, new Text("请通过本站页面提交表单", "Send the form of the page")));
        }
        return reader.takeForm(request, LIMIT)
                .compose(taken -> taken.whole() ? fields(taken.bytes()) : Future.failedFuture(tooLong()));
    }

    private static Problem tooLong() {
        return new Problem(ProblemTypes.PAYLOAD_TOO_LARGE, Text.of("表单不得超过 %d 字节", "A form may have %d bytes", LIMIT));
    }

    private static Future<Map<String, String>> fields(Buffer body) {
        try {
            var form = new QueryStringDecoder(
                    body.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_FIELDS);
            return Future.succeededFuture(form.parameters().entrySet().stream()
                    .filter(field -> !field.getValue().getFirst().isBlank())
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey,
                            field -> field.getValue().getFirst().strip())));
        } catch (IllegalArgumentException broken) {
            return Future.failedFuture(
                    new Problem(ProblemTypes.BAD_REQUEST, new Text("表单的编码有误", "The encoding of the form is broken")));
        }
    }
}
