package cn.quality.gateway.proxy;

import cn.quality.gateway.cache.Caching;
import cn.quality.gateway.cache.Origin;
import cn.quality.gateway.proxy.ProxyConfig.Route;
import cn.quality.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Asks the services on behalf of nobody. */
@Singleton
class ServiceOrigin implements Origin {

    private final RouteTable routes;
    private final Upstreams upstreams;

    ServiceOrigin(RouteTable routes, Upstreams upstreams) {
        this.routes = routes;
        this.upstreams = upstreams;
    }

    @Override
    public Future<Fetched> get(String path, String uri, MultiMap headers, long largest) {
        var route = route(path);
        return upstreams
                .ask(route.upstream(), HttpMethod.GET, uri, route.timeout(), true, request -> {
                    request.headers().addAll(headers);
                    return request.send();
                })
                .compose(answer -> {
                    if (length(answer) > largest) {
                        answer.request().reset();
                        return Future.failedFuture("an answer of unknown or too great a length");
                    }
                    return answer.body()
                            .timeout(route.timeout().toMillis(), TimeUnit.MILLISECONDS)
                            .onFailure(failure -> answer.request().reset())
                            .map(body -> new Fetched(answer.statusCode(), answer.headers(), body));
                });
    }

    private Route route(String path) {
        return routes.find(path).orElseThrow(() -> new IllegalArgumentException("no route to " + path));
    }

    @Override
    public Caching caching(String path) {
        return route(path).cache();
    }

    private static long length(HttpClientResponse answer) {
        var length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? Long.MAX_VALUE : Long.parseLong(length);
    }

    @Override
    public MultiMap fit(MultiMap headers) {
        var fit = MultiMap.caseInsensitiveMultiMap();
        PassingHeaders.toCaller(fit, headers);
        return fit;
    }
}
