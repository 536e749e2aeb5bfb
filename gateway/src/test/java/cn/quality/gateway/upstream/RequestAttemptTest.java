package cn.quality.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That every permission of the circuit breaker is answered, whatever becomes of the request: one that is not would leave the
 * circuit of its service half open until the gateway is started anew.
 */
class RequestAttemptTest {

    private static final Duration TIMEOUT = Duration.ofMillis(200);

    private final Vertx vertx = Vertx.vertx();
    private volatile Consumer<HttpServerRequest> service =
            request -> request.response().end();
    private HttpServer peer;
    private Upstreams upstreams;

    @BeforeEach
    void start() {
        peer = now(vertx.createHttpServer()
                .requestHandler(request -> service.accept(request))
                .listen(0, "127.0.0.1"));
        upstreams = PlainUpstreams.create(
                vertx,
                Map.of(
                        "upstreams.credit",
                        "http://127.0.0.1:" + peer.actualPort(),
                        "breaker.requests",
                        "2",
                        "breaker.pause",
                        "100ms"));
    }

    @AfterEach
    void stop() {
        upstreams.close();
        now(vertx.close());
    }

    private static <T> T now(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private Future<HttpClientResponse> request(Function<HttpClientRequest, Future<HttpClientResponse>> send) {
        return upstreams.request("credit", HttpMethod.GET, "/", TIMEOUT, false, send);
    }

    private Failure failureOf(Future<HttpClientResponse> response) {
        try {
            now(response);
        } catch (CompletionException e) {
            return Failure.of(Objects.requireNonNull(e.getCause()));
        }
        throw new AssertionError("the request succeeded");
    }

    private void openTheCircuit() {
        service = request -> request.connection().close();
        for (int i = 0; i < 2; i++) {
            assertThat(failureOf(request(HttpClientRequest::send))).isEqualTo(Failure.CONNECTION_LOST);
        }
        assertThat(upstreams.circuitOpen("credit")).isTrue();
        assertThat(failureOf(request(HttpClientRequest::send))).isEqualTo(Failure.CIRCUIT_OPEN);
        service = request -> request.response().end();
    }

    private void awaitPause() {
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> upstreams.circuitOpenFor("credit").isZero());
    }

    /** Ways for a trial request to end without a word about the service, or with one. */
    private enum Ending {
        SEND_THROWS(Failure.INTERNAL) {
            @Override
            Future<HttpClientResponse> send(HttpClientRequest request) {
                throw new IllegalStateException("a header that cannot be written");
            }
        },
        SEND_THROWS_AN_ERROR(Failure.INTERNAL) {
            @Override
            Future<HttpClientResponse> send(HttpClientRequest request) {
                throw new StackOverflowError("deep");
            }
        },
        CALLER_LEFT_BEFORE_IT_WAS_SENT(Failure.ABORTED) {
            @Override
            Future<HttpClientResponse> send(HttpClientRequest request) {
                request.reset(0, new RequestAborted("the caller left"));
                return request.response();
            }
        },
        CALLER_LEFT_AFTERWARDS(Failure.ABORTED) {
            @Override
            Future<HttpClientResponse> send(HttpClientRequest request) {
                var response = request.putHeader("silent", "").send();
                request.reset(0, new RequestAborted("the caller left"));
                return response;
            }
        },
        BODY_NOT_SENT(Failure.ABORTED) {
            @Override
            Future<HttpClientResponse> send(HttpClientRequest request) {
                return Future.failedFuture(new RequestAborted("the body did not come to its end"));
            }
        },
        TIMEOUT(Failure.TIMEOUT) {
            @Override
            Future<HttpClientResponse> send(HttpClientRequest request) {
                return request.putHeader("silent", "").send();
            }
        },
        CONNECTION_LOST(Failure.CONNECTION_LOST) {
            @Override
            Future<HttpClientResponse> send(HttpClientRequest request) {
                return request.putHeader("cut", "").send();
            }
        };

        private final Failure failure;

        Ending(Failure failure) {
            this.failure = failure;
        }

        abstract Future<HttpClientResponse> send(HttpClientRequest request);
    }

    @ParameterizedTest
    @EnumSource
    void howeverATrialEndsAnotherFollows(Ending ending) {
        openTheCircuit();
        service = request -> {
            if (request.headers().contains("cut")) {
                request.connection().close();
            } else if (!request.headers().contains("silent")) {
                request.response().end();
            }
        };
        for (int i = 0; i < 3; i++) {
            awaitPause();
            assertThat(failureOf(request(ending::send))).isEqualTo(ending.failure);
            assertThat(upstreams.circuitOpen("credit")).isTrue();
            assertThat(upstreams.instances("credit").getFirst().outstanding()).isZero();
        }
        awaitPause();
        assertThat(now(request(HttpClientRequest::send)).statusCode()).isEqualTo(200);
        assertThat(upstreams.circuitOpen("credit")).isFalse();
    }

    @Test
    void whatIsNotTheServicesDoingOpensNothing() {
        for (int i = 0; i < 4; i++) {
            failureOf(request(Ending.SEND_THROWS::send));
            failureOf(request(Ending.CALLER_LEFT_AFTERWARDS::send));
            failureOf(request(Ending.BODY_NOT_SENT::send));
        }
        assertThat(upstreams.circuitOpen("credit")).isFalse();
    }

    @Test
    void theTrialIsAnsweredBeforeAListenerThatThrows() {
        openTheCircuit();
        awaitPause();
        request(HttpClientRequest::send).onComplete(result -> {
            throw new IllegalStateException("of a listener");
        });
        await().until(() -> !upstreams.circuitOpen("credit"));
        assertThat(now(request(HttpClientRequest::send)).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusedConnectionCountsAndIsAnswered() {
        var port = peer.actualPort();
        now(peer.close());
        for (int i = 0; i < 2; i++) {
            assertThat(failureOf(request(HttpClientRequest::send))).isEqualTo(Failure.CONNECT_FAILED);
        }
        awaitPause();
        assertThat(failureOf(request(HttpClientRequest::send))).isEqualTo(Failure.CONNECT_FAILED);
        now(vertx.createHttpServer()
                .requestHandler(request -> service.accept(request))
                .listen(port, "127.0.0.1"));
        awaitPause();
        assertThat(now(request(HttpClientRequest::send)).statusCode()).isEqualTo(200);
    }

    /** A closed client throws instead of failing its future. */
    @Test
    void anErrorWhileConnectingIsAFailureLikeAnyOther() {
        var failures = now(Future.future(promise -> vertx.runOnContext(here -> {
            var first = request(HttpClientRequest::send);
            first.onComplete(response -> {
                upstreams.close();
                request(HttpClientRequest::send).onComplete(second -> promise.complete(second.cause()));
            });
        })));
        assertThat(failures).isInstanceOf(SendFailed.class);
        assertThat(upstreams.instances("credit").getFirst().outstanding()).isZero();
        assertThat(upstreams.circuitOpen("credit")).isFalse();
    }
}
