package cn.quality.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The headers that keep a browser from doing what we did not ask of it. They replace whatever a service sent, so there is one
 * place to read them.
 */
@ApplicationScoped
class SecurityHeaders {

    /** Data is not a page: should a browser render it after all, nothing in it may load or run. */
    private static final String DATA_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void writeTo(MultiMap headers, RoutingContext request) {
        var contentType = headers.get(HttpHeaders.CONTENT_TYPE);
        var page = contentType != null && contentType.startsWith("text/html");
        headers.set("Content-Security-Policy", page ? PagePolicy.headerFor(request) : DATA_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if ("https".equals(request.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
