package cn.quality.gateway.proxy;

import cn.quality.gateway.limits.Limits;
import cn.quality.gateway.upstream.Upstreams;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the route of a path. A route to a service or with limits that are not configured stops the start, not the first request. */
@Singleton
public class RouteTable {

    private final List<Route> longestFirst;

    @Inject
    RouteTable(ProxyConfig config, Upstreams upstreams, Limits limits) {
        config.routes().forEach((name, route) -> check(name, route, upstreams, limits));
        this(config.routes().values());
    }

    public RouteTable(Collection<Route> routes) {
        this.longestFirst = routes.stream()
                .sorted(Comparator.comparingInt((Route route) -> route.prefix().length())
                        .reversed())
                .toList();
    }

    /** @param path decoded */
    public Optional<Route> find(String path) {
        for (var route : longestFirst) {
            if (covers(route.prefix(), path)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    private static boolean covers(String prefix, String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    private static void check(String name, Route route, Upstreams upstreams, Limits limits) {
        if (!upstreams.knows(route.upstream())) {
            throw new IllegalStateException("gateway.routes.%s.upstream is '%s', which gateway.upstreams does not have"
                    .formatted(name, route.upstream()));
        }
        if (!limits.knows(route.limitClass())) {
            throw new IllegalStateException(
                    "gateway.routes.%s.limit-class is '%s', which gateway.limits.classes does not have"
                            .formatted(name, route.limitClass()));
        }
        if (!route.prefix().startsWith("/") || route.prefix().endsWith("/")) {
            throw new IllegalStateException(
                    "gateway.routes.%s.prefix must begin with a slash and not end with one".formatted(name));
        }
    }
}
