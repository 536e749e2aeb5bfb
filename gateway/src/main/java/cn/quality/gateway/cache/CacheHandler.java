package cn.quality.gateway.cache;

import cn.quality.gateway.cache.CacheStore.Lookup;
import cn.quality.gateway.edge.Admission;
import cn.quality.gateway.proxy.CachePolicy;
import cn.quality.gateway.proxy.ProxyExchange;
import cn.quality.gateway.proxy.Route;
import cn.quality.gateway.upstream.Upstreams;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** The step before the proxy: a request is answered from the cache, fetched for everybody, or forwarded for its caller alone. */
@Singleton
public class CacheHandler {

    private static final int ERROR = 400;
    /** {@code /api/credit/v1} */
    private static final int DEPTH_OF_A_SERVICE = 3;

    private final PublicCache cache;
    private final Invalidations invalidations;
    private final Upstreams upstreams;

    CacheHandler(PublicCache cache, Invalidations invalidations, Upstreams upstreams) {
        this.cache = cache;
        this.invalidations = invalidations;
        this.upstreams = upstreams;
    }

    /** Sees to it that an admitted request is answered. */
    public void handle(RoutingContext context, Route route) {
        if (route.cache() == CachePolicy.NONE) {
            exchange(context, route).forward();
            return;
        }
        CacheKey.of(context.request(), Admission.path(context))
                .ifPresentOrElse(key -> lookUp(key, context, route), () -> bypass(context, route));
    }

    private ProxyExchange exchange(RoutingContext context, Route route) {
        return new ProxyExchange(context, route, upstreams);
    }

    private void lookUp(CacheKey key, RoutingContext context, Route route) {
        switch (cache.store().lookup(key)) {
            case Lookup.Found(var response, var status, var refresh) -> {
                refresh.ifPresent(cache::refresh);
                response.answer(context, status, cache.store().now());
            }
            case Lookup.Fetch(var fetch) -> fetch(fetch, context, route);
            case Lookup.Wait(var fetch) -> await(fetch, context, route);
        }
    }

    private void fetch(InFlightFetch fetch, RoutingContext context, Route route) {
        if (HttpMethod.HEAD.equals(context.request().method())) {
            // Brings no body, so nothing for others.
            cache.store().abandon(fetch);
            CacheStatus.MISS.writeTo(context.response());
            exchange(context, route).forward();
        } else {
            new FetchHandler(cache, exchange(context, route), fetch, context).begin();
        }
    }

    /** A caller who gets nothing from the fetch of another fetches for himself alone. */
    private void await(InFlightFetch fetch, RoutingContext context, Route route) {
        cache.await(fetch).onSuccess(found -> {
            if (context.response().closed()) {
                return;
            }
            found.ifPresentOrElse(
                    response -> response.answer(
                            context, CacheStatus.HIT, cache.store().now()),
                    () -> fetch(cache.store().fetchAlone(fetch.key()), context, route));
        });
    }

    private void bypass(RoutingContext context, Route route) {
        var method = context.request().method();
        if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
            context.addEndHandler(end -> invalidateWritten(context));
        }
        CacheStatus.BYPASS.writeTo(context.response());
        exchange(context, route).forward();
    }

    /**
     * RFC 9111 §4.4: a caller who changes something through this gateway does not read the old of it here, nor of what it is a
     * part of.
     */
    private void invalidateWritten(RoutingContext context) {
        if (context.response().getStatusCode() < ERROR) {
            var path = Admission.path(context);
            for (var end = path.length(); depth(path, end) > DEPTH_OF_A_SERVICE; end = path.lastIndexOf('/', end - 1)) {
                invalidations.invalidate(path.substring(0, end));
            }
        }
    }

    private static long depth(String path, int end) {
        return path.chars().limit(end).filter(letter -> letter == '/').count();
    }
}
