package cn.quality.gateway.webhooks;

import cn.quality.gateway.webhooks.AddressGuard.Forbidden;
import cn.quality.gateway.webhooks.AddressGuard.Target;
import cn.quality.platform.trace.Trace;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Sends one message to one receiver and reports what came of it. Blocks, so it is called on virtual threads.
 *
 * <p>The connection is made to the address the guard has seen; the name still decides what certificate the receiver must show.
 * Redirects are not followed, and of the response's body a little is read and discarded.
 */
@ApplicationScoped
class WebhookSender {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);

    private static final int MOST_OF_THE_BODY = 16_384;
    private static final long BODY_MILLIS = 2_000;

    private final AddressGuard guard;
    private final Clock clock;
    private final Duration timeout;
    private final Vertx vertx;
    private final HttpClient client;

    WebhookSender(AddressGuard guard, WebhookConfig config, Clock clock, Vertx vertx) {
        this.guard = guard;
        this.clock = clock;
        this.timeout = config.timeout();
        this.vertx = vertx;
        var trust = new PemTrustOptions();
        config.trust().orElse(List.of()).stream().map(Path::toString).forEach(trust::addCertPath);
        var options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout((int) timeout.toMillis())
                .setKeepAliveTimeout(15)
                .setVerifyHost(true)
                .setDecompressionSupported(false);
        this.client = vertx.createHttpClient(
                config.trust().isPresent() ? options.setTrustOptions(trust) : options,
                new PoolOptions().setHttp1MaxSize(config.perWebhook()));
    }

    /** What a receiver said; or that it said nothing, and why. */
    record Reply(Optional<Integer> status, String failure, MultiMap headers) {

        static Reply failed(String why) {
            return new Reply(Optional.empty(), why, MultiMap.caseInsensitiveMultiMap());
        }

        boolean accepted() {
            return status.filter(code -> code >= 200 && code < 300).isPresent();
        }

        boolean is(int code) {
            return status.filter(given -> given == code).isPresent();
        }
    }

    /** Delivers a body, signed with every secret that is valid now. */
    Reply deliver(Webhook webhook, UUID id, byte[] body, Optional<String> traceparent) {
        var now = clock.instant();
        return send(
                HttpMethod.POST,
                webhook.url(),
                Map.of(
                        "Content-Type", CONTENT_TYPE,
                        "webhook-id", id.toString(),
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature", WebhookSignature.of(webhook.secretsAt(now), id.toString(), now, body),
                        "traceparent", traceparent.orElseGet(Trace::currentTraceparent)),
                Buffer.buffer(body));
    }

    /** Asks whether a receiver wants events. */
    Reply ask(Webhook webhook, Map<String, String> headers) {
        return send(HttpMethod.OPTIONS, webhook.url(), headers, Buffer.buffer());
    }

    private Reply send(HttpMethod method, String url, Map<String, String> headers, Buffer body) {
        try {
            return awaited(sent(method, guard.admit(url), headers, body));
        } catch (Forbidden e) {
            return Reply.failed(e.reason().en());
        } catch (RuntimeException e) {
            // Or a webhook with something unheard of in its address would be tried for ever.
            LOG.warnf(e, "Nothing sent to a receiver");
            return Reply.failed("the request could not be made");
        }
    }

    private Future<Reply> sent(HttpMethod method, Target target, Map<String, String> headers, Buffer body) {
        var path = target.url().getRawPath();
        var query = target.url().getRawQuery();
        var options = new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.url().getHost())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI((path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query))
                .setFollowRedirects(false)
                .setConnectTimeout(timeout.toMillis())
                .setTimeout(timeout.toMillis())
                .putHeader("User-Agent", "quality-suite-webhooks/1");
        headers.forEach(options::putHeader);
        return exchange(options, body)
                // A pooled connection may be closed in the moment it is used again; that is no refusal.
                .recover(failure -> brokeOff(failure) ? exchange(options, body) : Future.failedFuture(failure));
    }

    private static boolean brokeOff(Throwable failure) {
        return failure instanceof HttpClosedException
                || (failure instanceof SocketException && !(failure instanceof ConnectException));
    }

    private Future<Reply> exchange(RequestOptions options, Buffer body) {
        // On an event loop, or a quick response is over before a handler listens to it.
        var reply = Promise.<Reply>promise();
        vertx.runOnContext(here -> client.request(options)
                .compose(request -> request.send(body))
                .map(this::heard)
                .onComplete(reply));
        return reply.future();
    }

    private Reply heard(HttpClientResponse response) {
        letGoOfBody(response);
        var status = response.statusCode();
        return new Reply(
                Optional.of(status),
                status >= 200 && status < 300 ? "" : status + " " + response.statusMessage(),
                response.headers());
    }

    /** Read to its end it frees the connection for the next message; an endless one costs the receiver the connection. */
    private void letGoOfBody(HttpClientResponse response) {
        var connection = response.request().connection();
        var cutOff = vertx.setTimer(BODY_MILLIS, late -> connection.close());
        var read = new int[1];
        response.handler(piece -> {
            read[0] += piece.length();
            if (read[0] > MOST_OF_THE_BODY) {
                connection.close();
            }
        });
        response.exceptionHandler(broken -> vertx.cancelTimer(cutOff));
        response.endHandler(end -> vertx.cancelTimer(cutOff));
    }

    private Reply awaited(Future<Reply> reply) {
        try {
            return reply.toCompletionStage().toCompletableFuture().get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return Reply.failed(reason(e));
        } catch (TimeoutException | CancellationException e) {
            return Reply.failed("no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.failed("this gateway is stopping");
        }
    }

    private static String reason(ExecutionException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        var message = String.valueOf(cause.getMessage());
        return cause.getClass().getSimpleName() + ": " + message.substring(0, Math.min(200, message.length()));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
