package cn.quality.gateway.upstream;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * One permitted request to a service, over as many instances as it takes: the next at once when no connection can be made, and
 * one more when the connection breaks before the response begins and sending it twice does no harm.
 *
 * <p>However it ends, its outcome is reported to the circuit breaker once, and before any listener learns of it: one that
 * throws must not leave the circuit half open.
 */
final class RequestAttempt {

    private static final ConnectFailed NO_INSTANCE = new ConnectFailed("no instance");

    private final Upstreams upstreams;
    private final IdleTimeouts timeouts;
    private final Upstream upstream;
    private final UpstreamCircuitBreaker breaker;
    private final HttpMethod method;
    private final String uri;
    private final Duration timeout;
    private final Function<HttpClientRequest, Future<HttpClientResponse>> send;
    private final Promise<HttpClientResponse> response = Promise.promise();

    private boolean repeatable;
    /** A bit for each instance. */
    private long tried;

    RequestAttempt(
            Upstreams upstreams,
            IdleTimeouts timeouts,
            Upstream upstream,
            UpstreamCircuitBreaker breaker,
            HttpMethod method,
            String uri,
            Duration timeout,
            boolean repeatable,
            Function<HttpClientRequest, Future<HttpClientResponse>> send) {
        this.upstreams = upstreams;
        this.timeouts = timeouts;
        this.upstream = upstream;
        this.breaker = breaker;
        this.method = method;
        this.uri = uri;
        this.timeout = timeout;
        this.repeatable = repeatable;
        this.send = send;
    }

    Future<HttpClientResponse> begin() {
        tryNextInstance(NO_INSTANCE);
        return response.future();
    }

    private void tryNextInstance(Throwable lastFailure) {
        var instance = upstream.choose(tried);
        if (instance == null) {
            fail(lastFailure);
            return;
        }
        tried |= upstream.bit(instance);
        instance.requestStarted();
        connect(instance).onComplete(connection -> connected(instance, connection));
    }

    private Future<HttpClientRequest> connect(Instance instance) {
        try {
            return upstreams.connect(instance, method, uri);
        } catch (RuntimeException | Error e) {
            return Future.failedFuture(new SendFailed(e));
        }
    }

    private void connected(Instance instance, AsyncResult<HttpClientRequest> connection) {
        if (connection.succeeded()) {
            var request = connection.result();
            // Without a handler Vert.x logs as an error what the future fails with anyway.
            request.exceptionHandler(RequestAttempt::ignore);
            var idle = timeouts.start(timeout, () -> request.reset(0, new TimeoutException("no response")));
            send(request).onComplete(result -> {
                idle.stop();
                responded(instance, result);
            });
        } else {
            instance.requestEnded();
            if (Failure.of(connection.cause()) == Failure.INTERNAL) {
                fail(connection.cause());
            } else {
                tryNextInstance(connection.cause());
            }
        }
    }

    private static void ignore(Throwable alsoOfTheFuture) {}

    /** What {@code send} throws is a failure like any other, or the permission would never be answered. */
    private Future<HttpClientResponse> send(HttpClientRequest request) {
        try {
            return send.apply(request);
        } catch (RuntimeException | Error e) {
            var failure = new SendFailed(e);
            request.reset(0, failure);
            return Future.failedFuture(failure);
        }
    }

    private void responded(Instance instance, AsyncResult<HttpClientResponse> result) {
        instance.requestEnded();
        if (result.succeeded()) {
            breaker.onSuccess();
            response.complete(result.result());
        } else if (repeatable && Failure.of(result.cause()) == Failure.CONNECTION_LOST) {
            repeatable = false;
            tryNextInstance(result.cause());
        } else {
            fail(result.cause());
        }
    }

    private void fail(Throwable failure) {
        if (Failure.of(failure).isOfService()) {
            breaker.onFailure(failure);
        } else {
            breaker.onAborted();
        }
        response.fail(failure);
    }
}
