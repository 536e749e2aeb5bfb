package cn.quality.gateway.cache;

import cn.quality.gateway.proxy.HeaderPolicy;
import cn.quality.gateway.proxy.ProxyExchange;
import cn.quality.platform.trace.RequestTrace;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/**
 * A cache miss: fetches a response that is the same for everybody, stores it, and answers the caller with it; with what is
 * cached when the service fails. A response that may not be stored is relayed.
 */
final class FetchHandler {

    private static final int SERVER_ERROR = 500;

    private final PublicCache cache;
    private final ProxyExchange exchange;
    private final InFlightFetch fetch;
    private final RoutingContext context;

    FetchHandler(PublicCache cache, ProxyExchange exchange, InFlightFetch fetch, RoutingContext context) {
        this.cache = cache;
        this.exchange = exchange;
        this.fetch = fetch;
        this.context = context;
    }

    void begin() {
        CacheStatus.MISS.writeTo(context.response());
        // However this ends, no other caller waits for it longer.
        context.addEndHandler(end -> cache.store().abandon(fetch));
        var headers = fetch.key().headers();
        RequestTrace.of(context).writeTo(headers);
        exchange.fetch(headers).onComplete(result -> finish(result, this::received));
    }

    private <T> void finish(AsyncResult<T> result, Consumer<T> success) {
        try {
            if (result.succeeded()) {
                success.accept(result.result());
            } else {
                failed(result.cause());
            }
        } catch (RuntimeException e) {
            context.fail(e); // a future would swallow it, and the caller would wait
        }
    }

    private void received(HttpClientResponse response) {
        if (response.statusCode() >= SERVER_ERROR && serveStale()) {
            exchange.discard(response);
            return;
        }
        cache.lifetime(response)
                .ifPresentOrElse(
                        lifetime -> exchange.receive(response)
                                .onComplete(whole -> finish(whole, body -> store(response, body, lifetime))),
                        () -> {
                            cache.store().abandon(fetch);
                            exchange.relay(response);
                        });
    }

    private void store(HttpClientResponse response, Buffer body, Lifetime lifetime) {
        var headers = HeaderPolicy.forwardableHeaders(response.headers());
        answer(cache.store().complete(fetch, headers, body, lifetime), CacheStatus.MISS);
    }

    private void failed(Throwable failure) {
        if (!serveStale()) {
            exchange.refuse(failure);
        }
    }

    /** @return whether there is something in the cache for this case */
    private boolean serveStale() {
        cache.store().abandon(fetch);
        var cached = cache.store().staleIfError(fetch.key());
        cached.ifPresent(response -> answer(response, CacheStatus.STALE));
        return cached.isPresent();
    }

    private void answer(CachedResponse response, CacheStatus status) {
        if (!context.response().closed()) {
            response.answer(context, status, cache.store().now());
        }
    }
}
