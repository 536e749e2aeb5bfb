package cn.quality.gateway.proxy;

import cn.quality.gateway.cache.Errand;
import cn.quality.gateway.edge.Problem;
import cn.quality.gateway.edge.ProblemType;
import cn.quality.gateway.edge.Text;
import cn.quality.gateway.edge.Trace;
import cn.quality.gateway.proxy.ProxyConfig.Route;
import cn.quality.gateway.upstream.Failure;
import cn.quality.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/** One admitted request on its way to a service and back. */
final class Passage implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);

    /** No cache and no WebSocket: see the story of this package. */
    private static final ProxyOptions BYTE_PUMP = new ProxyOptions().setSupportWebSocket(false);

    private static final int LATER = 5;

    private final RoutingContext request;
    private final Route route;
    private final Upstreams upstreams;
    private final Errand errand;
    private boolean tooLarge;

    Passage(RoutingContext request, Route route, Upstreams upstreams, Errand errand) {
        this.request = request;
        this.route = route;
        this.upstreams = upstreams;
        this.errand = errand;
    }

    void begin() {
        HttpProxy.reverseProxy(BYTE_PUMP, upstreams.client())
                .origin(context -> upstreams.open(
                        route.upstream(),
                        context.request().getMethod(),
                        context.request().getURI(),
                        route.timeout()))
                .addInterceptor(this)
                .handle(request.request());
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var outgoing = context.request();
        PassingHeaders.toService(outgoing.headers(), request.request(), Trace.of(request));
        errand.prepare(outgoing.headers());
        var body = outgoing.getBody();
        outgoing.setBody(Body.body(
                new LimitedBody(body.stream(), route.bodyLimit().asLongValue(), () -> tooLarge = true), body.length()));
        return context.sendRequest()
                .compose(this::heard)
                .recover(failure -> errand.makesUp()
                        ? answeredAlready()
                        : Future.succeededFuture(told(
                                tooLarge ? tooLarge(route) : wordsFor(failure),
                                outgoing.release().response())));
    }

    /** The service began to answer. */
    private Future<ProxyResponse> heard(ProxyResponse answer) {
        var length = answer.getBody().length();
        var body = new WatchedBody(answer.getBody().stream(), request.vertx(), route.timeout());
        var broken = Promise.<ProxyResponse>promise();
        if (errand.takes(answer.getStatusCode(), answer.headers(), length, body, broken::fail)) {
            return broken.future();
        }
        if (isEmptyError(answer)) {
            body.over();
            return Future.succeededFuture(told(wordsFor(answer.getStatusCode()), answer.release()));
        }
        return Future.succeededFuture(answer.setBody(Body.body(body, length)));
    }

    /** The pump has nothing left to do. */
    private static Future<ProxyResponse> answeredAlready() {
        return Promise.<ProxyResponse>promise().future();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        PassingHeaders.toCaller(context.response().headers());
        return context.sendResponse();
    }

    static Problem tooLarge(Route route) {
        return Problem.of(
                ProblemType.PAYLOAD_TOO_LARGE,
                Text.of(
                        "请求内容不得超过 %d 字节",
                        "A body may have %d bytes here", route.bodyLimit().asLongValue()));
    }

    /** A service that refuses without a word gets ours: an error answer of this suite is never empty. */
    private boolean isEmptyError(ProxyResponse answer) {
        return answer.getStatusCode() >= 400
                && answer.getBody().length() == 0
                && !HttpMethod.HEAD.equals(request.request().method());
    }

    private Problem wordsFor(int status) {
        return Problem.of(ProblemType.ofStatus(status), "服务拒绝了请求，未说明原因", "The service refused without giving a reason");
    }

    private Problem wordsFor(Throwable failure) {
        LOG.warnf(
                "%s did not answer %s, trace %s: %s",
                route.upstream(), request.request().method(), Trace.of(request).traceId(), failure.getMessage());
        return switch (Failure.of(failure)) {
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
        };
    }

    private ProxyResponse told(Problem problem, ProxyResponse answer) {
        var document = problem.toJson(request).toBuffer();
        answer.setStatusCode(problem.type().status()).setBody(Body.body(document));
        answer.setStatusMessage(null);
        problem.headersFor(request).forEach(answer::putHeader);
        return answer;
    }
}
