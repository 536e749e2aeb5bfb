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
 * One request to a service, over as many instances as it takes: the next at once when no connection can be made, and one more
 * when the connection breaks before the answer begins and asking twice does no harm.
 */
final class Asking {

    private static final Unreachable NOBODY = new Unreachable("no instance");

    private final Upstreams upstreams;
    private final Silences silences;
    private final Upstream upstream;
    private final Breaker breaker;
    private final HttpMethod method;
    private final String uri;
    private final Duration silence;
    private final Function<HttpClientRequest, Future<HttpClientResponse>> send;
    private final Promise<HttpClientResponse> answered = Promise.promise();

    private boolean repeatable;
    /** A bit for each instance. */
    private long tried;

    Asking(
            Upstreams upstreams,
            Silences silences,
            Upstream upstream,
            Breaker breaker,
            HttpMethod method,
            String uri,
            Duration silence,
            boolean repeatable,
            Function<HttpClientRequest, Future<HttpClientResponse>> send) {
        this.upstreams = upstreams;
        this.silences = silences;
        this.upstream = upstream;
        this.breaker = breaker;
        this.method = method;
        this.uri = uri;
        this.silence = silence;
        this.repeatable = repeatable;
        this.send = send;
    }

    Future<HttpClientResponse> begin() {
        next(NOBODY);
        return answered.future();
    }

    private void next(Throwable soFar) {
        var instance = upstream.choose(tried);
        if (instance == null) {
            failed(soFar);
            return;
        }
        tried |= upstream.bit(instance);
        instance.asked();
        upstreams.connect(instance, method, uri).onComplete(connection -> connected(instance, connection));
    }

    private void connected(Instance instance, AsyncResult<HttpClientRequest> connection) {
        if (connection.succeeded()) {
            var request = connection.result();
            var watch = silences.watch(silence, () -> request.reset(0, new TimeoutException("no answer")));
            send.apply(request).onComplete(answer -> {
                watch.end();
                answered(instance, answer);
            });
        } else {
            instance.done();
            next(connection.cause());
        }
    }

    private void answered(Instance instance, AsyncResult<HttpClientResponse> answer) {
        instance.done();
        if (answer.succeeded()) {
            breaker.answered();
            answered.complete(answer.result());
        } else if (repeatable && Failure.of(answer.cause()) == Failure.BROKEN) {
            repeatable = false;
            next(answer.cause());
        } else {
            failed(answer.cause());
        }
    }

    private void failed(Throwable failure) {
        breaker.failed(failure);
        answered.fail(failure);
    }
}
