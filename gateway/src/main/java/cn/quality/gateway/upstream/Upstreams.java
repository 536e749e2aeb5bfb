package cn.quality.gateway.upstream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The services by name, and the clients that talk to their instances. */
@Singleton
public class Upstreams {

    private final Map<String, Upstream> byName = new HashMap<>();
    private final Map<String, UpstreamCircuitBreaker> breakers = new HashMap<>();
    private final UpstreamConfig config;
    private final Vertx vertx;
    /** One for each event loop: a connection that belongs to another would cost two changes of thread a request. */
    private final Map<Object, HttpClient> clients = new ConcurrentHashMap<>();

    private final IdleTimeouts timeouts;
    private final Probes probes;

    Upstreams(UpstreamConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        config.upstreams().forEach((name, bases) -> {
            byName.put(
                    name, new Upstream(name, bases.stream().map(this::instance).toList()));
            breakers.put(name, new UpstreamCircuitBreaker(name, config.breaker(), System::nanoTime));
        });
        this.timeouts = new IdleTimeouts(vertx);
        this.probes = new Probes(config.probe(), vertx, this);
    }

    private Instance instance(URI base) {
        return new Instance(base, config.probe().pause(), config.probe().longestPause(), System::nanoTime);
    }

    /** Names in alphabetical order. */
    public Set<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    public boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** Whether nothing is sent to a service for the moment, because it failed too often. */
    public boolean circuitOpen(String name) {
        return known(breakers.get(name), name).isOpen();
    }

    /** How long that will still be so. */
    public Duration circuitOpenFor(String name) {
        return known(breakers.get(name), name).remainingPause();
    }

    public List<Instance> instances(String name) {
        return known(byName.get(name), name).instances();
    }

    /**
     * Sends a request to a service: to whichever of its instances is healthy and least busy, and to the next at once when no
     * connection to it can be made. What can be repeated is sent once more elsewhere when the connection breaks before the
     * response begins. Fails with what {@link Failure} names. To be called on an event loop, which keeps the body from arriving
     * before its handlers are set.
     *
     * @param uri path and query
     * @param timeout the longest until the response begins
     * @param repeatable whether sending it twice does no harm
     * @param send writes headers and body of a request that has a connection, once for each try
     */
    public Future<HttpClientResponse> request(
            String name,
            HttpMethod method,
            String uri,
            Duration timeout,
            boolean repeatable,
            Function<HttpClientRequest, Future<HttpClientResponse>> send) {
        var upstream = known(byName.get(name), name);
        var breaker = known(breakers.get(name), name);
        return breaker.tryAcquirePermission()
                ? new RequestAttempt(this, timeouts, upstream, breaker, method, uri, timeout, repeatable, send).begin()
                : Future.failedFuture(new CircuitOpen(name));
    }

    /**
     * Reads from a service with these headers and no others. Fails as {@link #request} does, and when the body is too long or
     * its length unknown.
     *
     * @param uri path and query
     * @param timeout the longest until the response begins, and again until it ends
     * @param longest bytes of a body; {@link Long#MAX_VALUE} takes one of unknown length, too
     */
    public Future<WholeResponse> get(String name, String uri, MultiMap headers, Duration timeout, long longest) {
        return request(name, HttpMethod.GET, uri, timeout, true, request -> {
                    request.headers().addAll(headers);
                    return request.send();
                })
                .compose(response -> {
                    if (length(response) > longest) {
                        response.request().reset();
                        return Future.failedFuture("a body of unknown or too great a length");
                    }
                    return response.body()
                            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                            .onFailure(failure -> response.request().reset())
                            .map(body -> new WholeResponse(response.statusCode(), response.headers(), body));
                });
    }

    private static long length(HttpClientResponse response) {
        var length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? Long.MAX_VALUE : Long.parseLong(length);
    }

    /**
     * The body of a response to {@link #request}.
     *
     * @param timeout the longest that nothing of it may arrive
     */
    public TimedBody body(HttpClientResponse response, Duration timeout) {
        return new TimedBody(response, timeouts, timeout);
    }

    Future<HttpClientRequest> connect(Instance instance, HttpMethod method, String uri) {
        return client().request(options(instance.host(), instance.port(), instance.secure(), method, uri))
                .transform(connection -> {
                    if (connection.succeeded()) {
                        instance.connected();
                        return (Future<HttpClientRequest>) connection;
                    }
                    if (connection.cause() instanceof IOException) {
                        instance.refusedConnection(); // and not: all connections are in use
                    }
                    return connectFailed(connection.cause());
                });
    }

    /** Opens a request to one instance, or to a part that is no service at all. */
    public Future<HttpClientRequest> open(URI base, HttpMethod method, String uri, Duration timeout) {
        var secure = "https".equals(base.getScheme());
        var port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
        return client().request(
                        options(base.getHost(), port, secure, method, uri).setIdleTimeout(timeout.toMillis()))
                .recover(Upstreams::connectFailed);
    }

    private static Future<HttpClientRequest> connectFailed(Throwable cause) {
        return Future.failedFuture(new ConnectFailed(String.valueOf(cause.getMessage())));
    }

    private RequestOptions options(String host, int port, boolean secure, HttpMethod method, String uri) {
        return new RequestOptions()
                .setMethod(method)
                .setURI(uri)
                .setHost(host)
                .setPort(port)
                .setSsl(secure)
                .setConnectTimeout(config.pool().connectTimeout().toMillis());
    }

    private HttpClient client() {
        Context context = vertx.getOrCreateContext();
        return clients.computeIfAbsent(((ContextInternal) context).nettyEventLoop(), loop -> newClient());
    }

    private HttpClient newClient() {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_1_1)
                        .setConnectTimeout((int) config.pool().connectTimeout().toMillis())
                        // A service closes idle connections later than this; the race for a dying one is not run.
                        .setKeepAliveTimeout(15)
                        .setDecompressionSupported(false),
                new PoolOptions()
                        .setHttp1MaxSize(config.pool().connections())
                        .setMaxWaitQueueSize(config.pool().waiting()));
    }

    private static <T> T known(@Nullable T found, String name) {
        if (found == null) {
            throw new IllegalArgumentException("no upstream called " + name);
        }
        return found;
    }

    @PreDestroy
    void close() {
        probes.stop();
        timeouts.stop();
        clients.values().forEach(HttpClient::close);
    }
}
