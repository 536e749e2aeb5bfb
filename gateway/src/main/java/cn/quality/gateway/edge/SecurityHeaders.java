package cn.quality.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * The headers that keep a browser from doing what we did not ask of it. They replace whatever a service sent, so there is one
 * place to read them.
 */
@Singleton
class SecurityHeaders {

    /** Data is not a page: should a browser render it after all, nothing in it may load or run. */
    private static final CharSequence DATA_POLICY = HttpHeaders.createOptimized(
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    // Encoded once; every answer carries them.
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence X_CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence X_FRAME_OPTIONS = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence CROSS_ORIGIN_OPENER_POLICY =
            HttpHeaders.createOptimized("Cross-Origin-Opener-Policy");
    private static final CharSequence PERMISSIONS_POLICY = HttpHeaders.createOptimized("Permissions-Policy");
    private static final CharSequence STRICT_TRANSPORT_SECURITY =
            HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence NOTHING =
            HttpHeaders.createOptimized("camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000; includeSubDomains");

    void writeTo(MultiMap headers, RoutingContext request) {
        var contentType = headers.get(HttpHeaders.CONTENT_TYPE);
        var page = contentType != null && contentType.startsWith("text/html");
        writeTo(headers, page ? PagePolicy.headerFor(request) : DATA_POLICY);
        if ("https".equals(request.request().scheme())) {
            headers.set(STRICT_TRANSPORT_SECURITY, A_YEAR);
        }
    }

    /** Of an answer that is data, and given before there is a request. */
    static void writeTo(MultiMap headers) {
        writeTo(headers, DATA_POLICY);
    }

    private static void writeTo(MultiMap headers, CharSequence contentPolicy) {
        headers.set(CONTENT_SECURITY_POLICY, contentPolicy);
        headers.set(X_CONTENT_TYPE_OPTIONS, NOSNIFF);
        headers.set(X_FRAME_OPTIONS, DENY);
        headers.set(REFERRER_POLICY, SAME_ORIGIN);
        headers.set(CROSS_ORIGIN_OPENER_POLICY, SAME_ORIGIN);
        headers.set(PERMISSIONS_POLICY, NOTHING);
    }
}
