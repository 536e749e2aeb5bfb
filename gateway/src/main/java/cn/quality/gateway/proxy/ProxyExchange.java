package cn.quality.gateway.proxy;

import cn.quality.gateway.edge.BodyReader;
import cn.quality.gateway.edge.GatewayProblems;
import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.limits.BodyPipe;
import cn.quality.gateway.operations.Served;
import cn.quality.gateway.upstream.Failure;
import cn.quality.gateway.upstream.RequestAborted;
import cn.quality.gateway.upstream.Upstreams;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.trace.RequestTrace;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One admitted request, its service and the caller who waits. Either {@link #forward} does all of it; or the request is sent by
 * {@link #fetch}, and the caller of that chooses what becomes of the response: {@link #relay}, {@link #receive}, {@link #discard}
 * or, where there is none, {@link #refuse}.
 */
public final class ProxyExchange {

    private static final Logger LOG = Logger.getLogger(ProxyExchange.class);

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    /** Seconds after which another try makes sense, unless a better estimate is known. */
    private static final int RETRY_AFTER = 5;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Route route;
    private final Upstreams upstreams;
    private @Nullable HttpClientRequest outgoing;
    private boolean bodyTooLarge;

    public ProxyExchange(RoutingContext context, Route route, Upstreams upstreams) {
        this.context = context;
        this.request = context.request();
        this.route = route;
        this.upstreams = upstreams;
    }

    /** Sends the request as its caller made it, and the response, or the reason why there is none, to the caller. */
    public void forward() {
        // A body that streams has the time of the route for itself; the service has as much again.
        var time = streams() ? route.timeout().multipliedBy(2) : route.timeout();
        send(request.method(), isRepeatable(), time, this::sendAsReceived).onComplete(this::finish);
    }

    private boolean streams() {
        return BodyReader.hasBody(request) && !BodyIntake.of(context).whole();
    }

    private void finish(AsyncResult<HttpClientResponse> result) {
        try {
            if (result.succeeded()) {
                relay(result.result());
            } else {
                refuse(result.cause());
            }
        } catch (RuntimeException e) {
            context.fail(e); // a future would swallow it, and the caller would wait
        }
    }

    /**
     * Reads what the request asks for, with these headers and no others; given up when the caller leaves. Fails as {@link
     * Upstreams#request} does. The response has to be dealt with at once, as no byte of it waits.
     */
    public Future<HttpClientResponse> fetch(MultiMap headers) {
        return send(HttpMethod.GET, true, route.timeout(), outgoing -> {
            outgoing.headers().addAll(headers);
            return outgoing.send();
        });
    }

    private Future<HttpClientResponse> send(
            HttpMethod method,
            boolean repeatable,
            Duration time,
            Function<HttpClientRequest, Future<HttpClientResponse>> write) {
        context.addEndHandler(end -> {
            if (end.failed()) {
                abort();
            }
        });
        return upstreams.request(route.upstream(), method, request.uri(), time, repeatable, connected -> {
            outgoing = connected;
            if (request.response().closed()) {
                abort();
                return connected.response();
            }
            return write.apply(connected);
        });
    }

    private boolean isRepeatable() {
        return READS.contains(request.method()) && !BodyReader.hasBody(request);
    }

    private Future<HttpClientResponse> sendAsReceived(HttpClientRequest outgoing) {
        HeaderPolicy.toService(outgoing.headers(), request, RequestTrace.of(context));
        if (!BodyReader.hasBody(request)) {
            return outgoing.send();
        }
        var body = BodyIntake.of(context);
        return body.whole() ? outgoing.send(body.bytes()) : stream(body.bytes(), outgoing);
    }

    private Future<HttpClientResponse> stream(Buffer beginning, HttpClientRequest outgoing) {
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            outgoing.setChunked(true);
        }
        if (beginning.length() > 0) {
            outgoing.write(beginning);
        }
        var rest = new LimitedBody(
                request, route.bodyLimit().asLongValue() - beginning.length(), () -> bodyTooLarge = true);
        var clock = context.vertx()
                .setTimer(
                        route.timeout().toMillis(),
                        late -> outgoing.reset(0, new RequestAborted("the body did not come to its end in time")));
        // A body that breaks off must not look like one that ended.
        rest.pipe()
                .endOnFailure(false)
                .to(outgoing)
                .onComplete(sent -> context.vertx().cancelTimer(clock))
                .onFailure(reason -> outgoing.reset(0, new RequestAborted(String.valueOf(reason.getMessage()))));
        return outgoing.response()
                .onComplete(begun -> context.vertx().cancelTimer(clock))
                // What a slow caller causes is not the service's doing.
                .recover(failure -> Future.failedFuture(
                        request.isEnded() ? failure : new RequestAborted("the body did not come to its end")));
    }

    /** The caller left. */
    private void abort() {
        if (outgoing != null) {
            outgoing.reset(0, new RequestAborted("the caller left"));
        }
    }

    /** Sends a response to the caller as it comes in. */
    public void relay(HttpClientResponse response) {
        recordInstance(response);
        var status = response.statusCode();
        var length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (isEmptyError(status, length)) {
            answer(new Problem(
                    ProblemTypes.ofStatus(status),
                    new Text("服务拒绝了请求，未说明原因", "The service refused without giving a reason")));
            return;
        }
        var outgoing = request.response().setStatusCode(status);
        HeaderPolicy.toCaller(outgoing.headers(), response.headers());
        if (length == null && mayHaveBody(status)) {
            outgoing.setChunked(true);
        }
        new BodyPipe(
                        context,
                        upstreams.body(response, route.timeout()),
                        length == null ? BodyPipe.UNKNOWN : Long.parseLong(length),
                        this::abort)
                .start();
    }

    /** The body of a response, whole; fails when it breaks off. A slow caller does not slow it down. */
    public Future<Buffer> receive(HttpClientResponse response) {
        recordInstance(response);
        var whole = Buffer.buffer();
        var received = Promise.<Buffer>promise();
        upstreams
                .body(response, route.timeout())
                .handler(whole::appendBuffer)
                .exceptionHandler(received::tryFail)
                .endHandler(end -> received.tryComplete(whole));
        return received.future();
    }

    /** Reads a response to its end, so that its connection can be used again, and forgets it. */
    public void discard(HttpClientResponse response) {
        recordInstance(response);
        upstreams
                .body(response, route.timeout())
                .handler(unread -> {})
                .exceptionHandler(ignored -> {})
                .endHandler(end -> {});
    }

    private void recordInstance(HttpClientResponse response) {
        Served.by(response.request().connection().remoteAddress(), context);
    }

    private boolean mayHaveBody(int status) {
        return !request.method().equals(HttpMethod.HEAD) && status != 204 && status != 304;
    }

    /** A service that refuses without a word gets ours: an error response of this suite is never empty. */
    private boolean isEmptyError(int status, @Nullable String length) {
        return status >= 400 && "0".equals(length) && !request.method().equals(HttpMethod.HEAD);
    }

    /** Answers a failure of {@link #fetch} or {@link #receive}, unless the caller left. */
    public void refuse(Throwable failure) {
        if (request.response().closed()) {
            return;
        }
        var kind = Failure.of(failure);
        if (kind == Failure.INTERNAL) {
            context.fail(failure);
        } else {
            answer(bodyTooLarge ? BodyLimit.exceeded(route) : problem(kind, failure));
        }
    }

    private void answer(Problem problem) {
        ProblemWriter.writeJson(context, problem);
    }

    private Problem problem(Failure kind, Throwable failure) {
        if (kind != Failure.CIRCUIT_OPEN) {
            LOG.warnf(
                    "%s did not answer %s, trace %s: %s",
                    route.upstream(), request.method(), RequestTrace.of(context).traceId(), failure.getMessage());
        }
        return switch (kind) {
            case CIRCUIT_OPEN ->
                new Problem(
                                ProblemTypes.UNAVAILABLE,
                                Text.of(
                                        "%s 服务暂时不可用，请稍后再试",
                                        "The %s service is out of order for the moment", route.upstream()))
                        .retryAfter(1
                                + (int) upstreams
                                        .circuitOpenFor(route.upstream())
                                        .toSeconds());
            case CONNECT_FAILED ->
                new Problem(
                                ProblemTypes.UNAVAILABLE,
                                Text.of("%s 服务暂时无法连接，请稍后再试", "The %s service cannot be reached", route.upstream()))
                        .retryAfter(RETRY_AFTER);
            case TIMEOUT ->
                new Problem(
                                ProblemTypes.UPSTREAM_TIMEOUT,
                                Text.of(
                                        "%s 服务未在 %d 秒内应答",
                                        "The %s service did not answer within %d seconds",
                                        route.upstream(),
                                        route.timeout().toSeconds()))
                        .retryAfter(RETRY_AFTER);
            case CONNECTION_LOST ->
                new Problem(
                                ProblemTypes.BAD_GATEWAY,
                                Text.of("%s 服务中断了应答", "The %s service broke off its answer", route.upstream()))
                        .retryAfter(RETRY_AFTER);
            case ABORTED -> GatewayProblems.bodyTooSlow();
            case INTERNAL ->
                throw new IllegalArgumentException("an error of ours is not described to callers", failure);
        };
    }
}
