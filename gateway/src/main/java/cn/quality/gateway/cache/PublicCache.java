package cn.quality.gateway.cache;

import cn.quality.gateway.cache.CacheStore.Lookup;
import cn.quality.gateway.cache.CacheStore.Settings;
import cn.quality.gateway.proxy.CachePolicy;
import cn.quality.gateway.proxy.HeaderPolicy;
import cn.quality.gateway.proxy.Route;
import cn.quality.gateway.proxy.RouteTable;
import cn.quality.gateway.upstream.Upstreams;
import cn.quality.gateway.upstream.WholeResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The cache of what is the same for everybody; the pages of the portal read from it. */
@Singleton
public class PublicCache {

    private static final Logger LOG = Logger.getLogger(PublicCache.class);

    private final CacheStore store;
    private final RouteTable routes;
    private final Upstreams upstreams;
    private final long largest;
    private final Vertx vertx;

    @Inject
    PublicCache(
            CacheConfig config,
            Invalidations invalidations,
            EventInvalidator events,
            RouteTable routes,
            Upstreams upstreams,
            MeterRegistry meters,
            Vertx vertx) {
        var settings = new Settings(
                config.size().asLongValue(),
                config.settling(),
                config.staleWhileRevalidate(),
                config.staleIfError(),
                config.maxAgeWithoutEvents());
        var store = new CacheStore(settings, System::nanoTime, events::eventsArrive, invalidations);
        this(store, config.largest().asLongValue(), routes, upstreams, vertx);
        meters.gauge("gateway.cache.bytes", store, CacheStore::weight);
    }

    /** @param largest bytes of a body that is cached */
    PublicCache(CacheStore store, long largest, RouteTable routes, Upstreams upstreams, Vertx vertx) {
        this.store = store;
        this.largest = largest;
        this.routes = routes;
        this.upstreams = upstreams;
        this.vertx = vertx;
    }

    CacheStore store() {
        return store;
    }

    /**
     * What everybody gets from a service, for a page of this gateway: from the cache where it is cached, and of several who read
     * at once only one fetches. Fails when the service does.
     *
     * @param uri path and query
     * @param headers all that the service is sent
     */
    public Future<WholeResponse> read(String uri, MultiMap headers) {
        var key = CacheKey.of(uri, headers);
        var route = route(key);
        if (route.cache() == CachePolicy.NONE) {
            return get(route, uri, headers, Long.MAX_VALUE);
        }
        return switch (store.lookup(key)) {
            case Lookup.Found(var response, var status, var refresh) -> {
                refresh.ifPresent(this::refresh);
                yield Future.succeededFuture(response.whole());
            }
            case Lookup.Fetch(var fetch) -> fetch(fetch, headers, Long.MAX_VALUE);
            case Lookup.Wait(var fetch) ->
                await(fetch)
                        .compose(found -> found.isPresent()
                                ? Future.succeededFuture(found.get().whole())
                                : fetch(store.fetchAlone(key), headers, Long.MAX_VALUE));
        };
    }

    /** What another fetches, on this caller's event loop; empty when it may not be shared, or not any more. */
    Future<Optional<CachedResponse>> await(InFlightFetch fetch) {
        var here = vertx.getOrCreateContext();
        var shared = Promise.<Optional<CachedResponse>>promise();
        fetch.result()
                .onComplete(end ->
                        here.runOnContext(now -> shared.complete(end.result().filter(store::stillValid))));
        return shared.future();
    }

    /** Fetches in the background; when it fails, the next request for it tries again. */
    void refresh(InFlightFetch fetch) {
        fetch(fetch, fetch.key().headers(), largest)
                .onFailure(failure ->
                        LOG.debugf("%s was not refreshed: %s", fetch.key().path(), failure.getMessage()));
    }

    /** @param longest bytes of a body; one that is too large for the cache is still a response */
    private Future<WholeResponse> fetch(InFlightFetch fetch, MultiMap headers, long longest) {
        return Future.succeededFuture(fetch.key())
                .compose(key -> get(route(key), key.uri(), headers, longest))
                .onSuccess(response -> store(fetch, response))
                .onFailure(failure -> store.abandon(fetch));
    }

    private Future<WholeResponse> get(Route route, String uri, MultiMap headers, long longest) {
        return upstreams.get(route.upstream(), uri, headers, route.timeout(), longest);
    }

    private void store(InFlightFetch fetch, WholeResponse response) {
        lifetime(response.status(), response.headers(), response.body().length())
                .ifPresentOrElse(
                        lifetime -> store.complete(
                                fetch, HeaderPolicy.forwardableHeaders(response.headers()), response.body(), lifetime),
                        () -> store.abandon(fetch));
    }

    /** How long a response may be used; empty when it may not be stored, or does not say how long it is. */
    Optional<Lifetime> lifetime(HttpClientResponse response) {
        var length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? Optional.empty()
                : lifetime(response.statusCode(), response.headers(), Long.parseLong(length));
    }

    private Optional<Lifetime> lifetime(int status, MultiMap headers, long length) {
        return length > largest ? Optional.empty() : Lifetime.of(status, headers);
    }

    private Route route(CacheKey key) {
        return routes.find(key.path()).orElseThrow(() -> new IllegalArgumentException("no route to " + key.path()));
    }
}
