package cn.quality.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The services by name, and the client that talks to them. */
@ApplicationScoped
public class Upstreams {

    private final Map<String, URI> bases;
    private final Duration connectTimeout;
    private final HttpClient client;

    Upstreams(UpstreamConfig config, Vertx vertx) {
        this.bases = Map.copyOf(config.upstreams());
        this.connectTimeout = config.pool().connectTimeout();
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_1_1)
                        .setConnectTimeout((int) connectTimeout.toMillis())
                        // A service closes idle connections later than this; the race for a dying one is not run.
                        .setKeepAliveTimeout(15)
                        .setDecompressionSupported(false),
                new PoolOptions()
                        .setHttp1MaxSize(config.pool().connections())
                        .setMaxWaitQueueSize(config.pool().waiting()));
    }

    public HttpClient client() {
        return client;
    }

    /** Names in alphabetical order. */
    public Set<String> names() {
        return new TreeMap<>(bases).keySet();
    }

    public boolean knows(String name) {
        return bases.containsKey(name);
    }

    /**
     * Opens a request to a service; fails with {@link Unreachable} when there is nobody to send it to.
     *
     * @param uri path and query
     * @param silence the longest the service may stay silent, before its answer or in the middle of it
     */
    public Future<HttpClientRequest> open(String name, HttpMethod method, String uri, Duration silence) {
        var base = bases.get(name);
        if (base == null) {
            throw new IllegalArgumentException("no upstream called " + name);
        }
        return open(base, method, uri, silence);
    }

    /** The same for a part that is not in the list of services. */
    public Future<HttpClientRequest> open(URI base, HttpMethod method, String uri, Duration silence) {
        var secure = "https".equals(base.getScheme());
        return client.request(new RequestOptions()
                        .setMethod(method)
                        .setURI(uri)
                        .setHost(base.getHost())
                        .setPort(base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80)
                        .setSsl(secure)
                        .setConnectTimeout(connectTimeout.toMillis())
                        .setIdleTimeout(silence.toMillis()))
                .recover(failure -> Future.failedFuture(new Unreachable(failure)));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
