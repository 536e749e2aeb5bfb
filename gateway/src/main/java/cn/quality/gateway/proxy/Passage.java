package cn.quality.gateway.proxy;

import cn.quality.gateway.cache.Errand;
import cn.quality.gateway.edge.Problem;
import cn.quality.gateway.edge.ProblemType;
import cn.quality.gateway.edge.Text;
import cn.quality.gateway.edge.Trace;
import cn.quality.gateway.operations.Served;
import cn.quality.gateway.proxy.ProxyConfig.Route;
import cn.quality.gateway.upstream.Abandoned;
import cn.quality.gateway.upstream.Failure;
import cn.quality.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One admitted request on its way to a service and back. */
final class Passage {

    private static final Logger LOG = Logger.getLogger(Passage.class);

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int LATER = 5;

    private final RoutingContext request;
    private final HttpServerRequest incoming;
    private final Route route;
    private final Upstreams upstreams;
    private final Errand errand;
    private @Nullable HttpClientRequest outgoing;
    private boolean tooLarge;

    Passage(RoutingContext request, Route route, Upstreams upstreams, Errand errand) {
        this.request = request;
        this.incoming = request.request();
        this.route = route;
        this.upstreams = upstreams;
        this.errand = errand;
    }

    void begin() {
        request.addEndHandler(end -> {
            if (end.failed()) {
                giveUp();
            }
        });
        upstreams
                .ask(route.upstream(), incoming.method(), incoming.uri(), route.timeout(), repeatable(), this::send)
                .onSuccess(answer -> {
                    try {
                        heard(answer);
                    } catch (RuntimeException e) {
                        request.fail(e); // a completion stage would swallow it
                    }
                })
                .onFailure(this::failed);
    }

    private boolean repeatable() {
        return READS.contains(incoming.method()) && !hasBody();
    }

    private boolean hasBody() {
        return hasBody(incoming);
    }

    static boolean hasBody(HttpServerRequest incoming) {
        return incoming.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || incoming.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private Future<HttpClientResponse> send(HttpClientRequest passed) {
        outgoing = passed;
        if (incoming.response().closed()) {
            giveUp();
            return passed.response();
        }
        PassingHeaders.toService(passed.headers(), incoming, Trace.of(request));
        errand.prepare(passed.headers());
        if (!hasBody()) {
            return passed.send();
        }
        if (!incoming.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            passed.setChunked(true);
        }
        var body = new LimitedBody(incoming, route.bodyLimit().asLongValue(), () -> tooLarge = true);
        // A body that breaks off must not look like one that ended.
        body.pipe()
                .endOnFailure(false)
                .to(passed)
                .onFailure(reason -> passed.reset(0, new Abandoned(String.valueOf(reason.getMessage()))));
        return passed.response().recover(failure -> {
            // What a slow caller causes is not the service's doing.
            return Future.failedFuture(
                    incoming.isEnded() ? failure : new Abandoned("the body did not come to its end"));
        });
    }

    /** The service began to answer. */
    private void heard(HttpClientResponse answer) {
        Served.by(answer.request().connection().remoteAddress(), request);
        var body = upstreams.body(answer, route.timeout());
        var length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        var bytes = length == null ? Pump.UNKNOWN : Long.parseLong(length);
        if (errand.takes(answer.statusCode(), answer.headers(), bytes, body, this::failed)) {
            return;
        }
        if (isEmptyError(answer.statusCode(), length)) {
            body.over();
            refuse(Problem.of(
                    ProblemType.ofStatus(answer.statusCode()),
                    "服务拒绝了请求，未说明原因",
                    "The service refused without giving a reason"));
            return;
        }
        var response = incoming.response().setStatusCode(answer.statusCode());
        PassingHeaders.toCaller(response.headers(), answer.headers());
        if (length == null && mayHaveBody(answer.statusCode())) {
            response.setChunked(true);
        }
        // Too late for words: the caller sees that bytes are missing.
        new Pump(body, bytes, response, () -> incoming.connection().close()).start();
    }

    private boolean mayHaveBody(int status) {
        return !incoming.method().equals(HttpMethod.HEAD) && status != 204 && status != 304;
    }

    /** The caller is not there any more. */
    private void giveUp() {
        if (outgoing != null) {
            outgoing.reset(0, new Abandoned("the caller went away"));
        }
    }

    static Problem tooLarge(Route route) {
        return Problem.of(
                ProblemType.PAYLOAD_TOO_LARGE,
                Text.of(
                        "请求内容不得超过 %d 字节",
                        "A body may have %d bytes here", route.bodyLimit().asLongValue()));
    }

    /** A service that refuses without a word gets ours: an error answer of this suite is never empty. */
    private boolean isEmptyError(int status, @Nullable String length) {
        return status >= 400 && "0".equals(length) && !incoming.method().equals(HttpMethod.HEAD);
    }

    private void failed(Throwable failure) {
        if (incoming.response().closed()) {
            return;
        }
        if (!errand.makesUp()) {
            refuse(tooLarge ? tooLarge(route) : wordsFor(failure));
        }
    }

    private void refuse(Problem problem) {
        problem.answer(request);
    }

    private Problem wordsFor(Throwable failure) {
        var kind = Failure.of(failure);
        if (kind != Failure.SPARED) {
            LOG.warnf(
                    "%s did not answer %s, trace %s: %s",
                    route.upstream(), incoming.method(), Trace.of(request).traceId(), failure.getMessage());
        }
        return switch (kind) {
            case SPARED ->
                Problem.of(
                                ProblemType.UNAVAILABLE,
                                Text.of(
                                        "%s 服务暂时不可用，请稍后再试",
                                        "The %s service is out of order for the moment", route.upstream()))
                        .retryAfter(
                                1 + (int) upstreams.sparedFor(route.upstream()).toSeconds());
            case UNREACHABLE ->
                Problem.of(
                                ProblemType.UNAVAILABLE,
                                Text.of("%s 服务暂时无法连接，请稍后再试", "The %s service cannot be reached", route.upstream()))
                        .retryAfter(LATER);
            case SILENT ->
                Problem.of(
                                ProblemType.TIMEOUT,
                                Text.of(
                                        "%s 服务未在 %d 秒内应答",
                                        "The %s service did not answer within %d seconds",
                                        route.upstream(),
                                        route.timeout().toSeconds()))
                        .retryAfter(LATER);
            case BROKEN ->
                Problem.of(
                                ProblemType.BAD_GATEWAY,
                                Text.of("%s 服务中断了应答", "The %s service broke off its answer", route.upstream()))
                        .retryAfter(LATER);
            case ABANDONED ->
                Problem.of(ProblemType.REQUEST_TIMEOUT, "请求内容未在时限内传完", "The body did not come to its end in time");
        };
    }
}
