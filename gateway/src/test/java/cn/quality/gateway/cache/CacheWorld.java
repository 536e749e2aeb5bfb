package cn.quality.gateway.cache;

import static org.awaitility.Awaitility.await;

import cn.quality.gateway.cache.CacheStore.Settings;
import cn.quality.gateway.edge.Address;
import cn.quality.gateway.identity.Audience;
import cn.quality.gateway.proxy.CachePolicy;
import cn.quality.gateway.proxy.Route;
import cn.quality.gateway.proxy.RouteTable;
import cn.quality.gateway.upstream.PlainUpstreams;
import cn.quality.gateway.upstream.Upstreams;
import cn.quality.gateway.upstream.WholeResponse;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The cache between a caller and a service, over real connections and without Quarkus: a peer that does what a test says, and a
 * clock that is moved by hand.
 */
final class CacheWorld implements AutoCloseable {

    static final String PUBLIC = "/api/credit/v1";
    static final String UNCACHED = "/api/credit/v1/complaints";

    static final Settings SETTINGS = new Settings(
            1 << 20, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(600), Duration.ofSeconds(20));
    static final int LARGEST = 1_000;

    /** What a caller gets. */
    record Reply(int status, MultiMap headers, String body) {

        String header(String name) {
            return headers.contains(name) ? headers.get(name) : "";
        }

        String cache() {
            return header("X-Cache");
        }
    }

    private record TestRoute(String prefix, CachePolicy cache) implements Route {

        @Override
        public String upstream() {
            return "credit";
        }

        @Override
        public Audience audience() {
            return Audience.ANYBODY;
        }

        @Override
        public String limitClass() {
            return "standard";
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public MemorySize bodyLimit() {
            return new MemorySize(BigInteger.valueOf(10_000));
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong clock = new AtomicLong(System.nanoTime());
    volatile boolean eventsArrive = true;
    /** What the service does with a request. */
    volatile Consumer<HttpServerRequest> service =
            request -> request.response().setStatusCode(404).end();
    /** What the service was sent. */
    final List<MultiMap> seen = new CopyOnWriteArrayList<>();

    private final AtomicInteger lookedUp = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    final Invalidations invalidations = new Invalidations(clock::get);
    final PublicCache cache;
    private final Upstreams upstreams;
    private final HttpClient client = vertx.createHttpClient();
    private final int port;

    CacheWorld() {
        var peer = now(vertx.createHttpServer()
                .requestHandler(request -> {
                    seen.add(request.headers());
                    service.accept(request);
                })
                .listen(0, "127.0.0.1"));
        upstreams = PlainUpstreams.create(
                vertx,
                Map.of(
                        "upstreams.credit",
                        "http://127.0.0.1:" + peer.actualPort(),
                        "breaker.requests",
                        "2",
                        "breaker.pause",
                        "30s"));
        var routes = new RouteTable(
                List.of(new TestRoute(PUBLIC, CachePolicy.PUBLIC), new TestRoute(UNCACHED, CachePolicy.NONE)));
        cache = new PublicCache(
                new CacheStore(SETTINGS, clock::get, () -> eventsArrive, invalidations),
                LARGEST,
                routes,
                upstreams,
                vertx);
        var handler = new CacheHandler(cache, invalidations, upstreams);
        var router = Router.router(vertx);
        router.route().handler(context -> {
            var path = context.request().path();
            context.put(Address.class.getName(), new Address(path));
            handler.handle(context, routes.find(path).orElseThrow());
            lookedUp.incrementAndGet();
        });
        port = now(vertx.createHttpServer()
                        .connectionHandler(caller -> caller.closeHandler(closed -> left.incrementAndGet()))
                        .requestHandler(router)
                        .listen(0, "127.0.0.1"))
                .actualPort();
        pass(Duration.ofSeconds(10)); // everything counts as invalidated at the start
    }

    void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    /** The service answers with this body and these headers. */
    void serves(String body, String... headers) {
        service = request -> {
            for (int i = 0; i < headers.length; i += 2) {
                request.response().putHeader(headers[i], headers[i + 1]);
            }
            request.response().end(body);
        };
    }

    void refuses(int status, String... headers) {
        service = request -> {
            request.response().setStatusCode(status);
            for (int i = 0; i < headers.length; i += 2) {
                request.response().putHeader(headers[i], headers[i + 1]);
            }
            request.response().end("refused");
        };
    }

    Reply get(String uri, String... headers) {
        return now(ask(HttpMethod.GET, uri, headers));
    }

    Reply send(HttpMethod method, String uri, String... headers) {
        return now(ask(method, uri, headers));
    }

    Future<Reply> ask(HttpMethod method, String uri, String... headers) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(uri);
        for (int i = 0; i < headers.length; i += 2) {
            options.addHeader(headers[i], headers[i + 1]);
        }
        // On the event loop all the way: a body that comes before somebody takes it is lost.
        return client.request(options)
                .compose(request -> request.send()
                        .compose(response -> response.body()
                                .map(body -> new Reply(response.statusCode(), response.headers(), body.toString()))));
    }

    /** What a page reads. */
    Future<WholeResponse> read(String uri, String language) {
        return Future.future(promise -> vertx.runOnContext(here -> {
            cache.read(uri, MultiMap.caseInsensitiveMultiMap().add("Accept-Language", language))
                    .onComplete(promise);
            lookedUp.incrementAndGet();
        }));
    }

    /** Returns when so many callers and pages have been answered, fetch, or wait for the fetch of another. */
    void awaitLookedUp(int count) {
        await().until(() -> lookedUp.get() == count);
    }

    /** Returns when the gateway knows that a caller has left. */
    void awaitLeft() {
        await().until(() -> left.get() == 1);
    }

    /** Begins a GET whose caller leaves when the returned action is run. */
    Runnable leave(String uri) {
        var request = now(client.request(HttpMethod.GET, port, "127.0.0.1", uri));
        var unused = request.send();
        return () -> request.connection().close();
    }

    static <T> T now(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        now(vertx.close());
    }
}
