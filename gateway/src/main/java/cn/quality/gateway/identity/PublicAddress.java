package cn.quality.gateway.identity;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** The address people know the gateway by: the configured one, or the one their request carries. */
@ApplicationScoped
public class PublicAddress {

    private final SessionConfig config;

    PublicAddress(SessionConfig config) {
        this.config = config;
    }

    /** Scheme, host and port, as browsers write an origin. */
    String origin(RoutingContext request) {
        return config.publicUrl()
                .map(URI::toString)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseGet(() ->
                        request.request().scheme() + "://" + request.request().authority());
    }

    /** Whether browsers reach us over TLS. */
    public boolean isSecure(RoutingContext request) {
        return origin(request).startsWith("https:");
    }
}
