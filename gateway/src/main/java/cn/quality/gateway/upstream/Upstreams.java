package cn.quality.gateway.upstream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The services by name, and the clients that talk to their instances. */
@Singleton
public class Upstreams {

    private final Map<String, Upstream> byName = new HashMap<>();
    private final Map<String, Breaker> breakers = new HashMap<>();
    private final UpstreamConfig config;
    private final Vertx vertx;
    /** One for each event loop: a connection that belongs to another would cost two changes of thread a request. */
    private final Map<Object, HttpClient> clients = new ConcurrentHashMap<>();

    private final Silences silences;
    private final Probes probes;

    Upstreams(UpstreamConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        config.upstreams().forEach((name, bases) -> {
            byName.put(
                    name, new Upstream(name, bases.stream().map(this::instance).toList()));
            breakers.put(name, new Breaker(name, config.breaker()));
        });
        this.silences = new Silences(vertx);
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

    /** Whether a service is not asked for the moment, because it failed too often. */
    public boolean spared(String name) {
        return known(breakers.get(name), name).open();
    }

    /** How long it still is. */
    public Duration sparedFor(String name) {
        return known(breakers.get(name), name).rest();
    }

    public List<Instance> instances(String name) {
        return known(byName.get(name), name).instances();
    }

    /**
     * Asks a service: whichever of its instances is fit and least busy, and the next at once when no connection to it can be
     * made. What can be repeated is tried once more elsewhere when the connection breaks before the answer begins. Fails as
     * {@link Failure} tells.
     *
     * @param uri path and query
     * @param silence the longest the service may take to begin its answer
     * @param repeatable whether asking twice does no harm
     * @param send writes headers and body of a request that has a connection, once for each try
     */
    public Future<HttpClientResponse> ask(
            String name,
            HttpMethod method,
            String uri,
            Duration silence,
            boolean repeatable,
            Function<HttpClientRequest, Future<HttpClientResponse>> send) {
        var upstream = known(byName.get(name), name);
        var breaker = known(breakers.get(name), name);
        return breaker.admits()
                ? new Asking(this, silences, upstream, breaker, method, uri, silence, repeatable, send).begin()
                : Future.failedFuture(new Spared(name));
    }

    /** The body of an answer that was asked for here; broken off when its sender falls silent. */
    public WatchedBody body(HttpClientResponse answer, Duration silence) {
        return new WatchedBody(answer, silences, silence);
    }

    Future<HttpClientRequest> connect(Instance instance, HttpMethod method, String uri) {
        return client().request(request(instance.host(), instance.port(), instance.secure(), method, uri))
                .transform(connection -> {
                    if (connection.succeeded()) {
                        instance.connected();
                        return (Future<HttpClientRequest>) connection;
                    }
                    if (connection.cause() instanceof IOException) {
                        instance.refusedConnection(); // and not: all connections are in use
                    }
                    return unreachable(connection.cause());
                });
    }

    /** Opens a request to one instance, or to a part that is no service at all. */
    public Future<HttpClientRequest> open(URI base, HttpMethod method, String uri, Duration silence) {
        var secure = "https".equals(base.getScheme());
        var port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
        return client().request(
                        request(base.getHost(), port, secure, method, uri).setIdleTimeout(silence.toMillis()))
                .recover(Upstreams::unreachable);
    }

    private static Future<HttpClientRequest> unreachable(Throwable cause) {
        return Future.failedFuture(new Unreachable(String.valueOf(cause.getMessage())));
    }

    private RequestOptions request(String host, int port, boolean secure, HttpMethod method, String uri) {
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
        silences.stop();
        clients.values().forEach(HttpClient::close);
    }
}
