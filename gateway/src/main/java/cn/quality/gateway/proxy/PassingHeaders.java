package cn.quality.gateway.proxy;

import cn.quality.gateway.edge.Trace;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which headers cross the gateway, in either direction. */
final class PassingHeaders {

    /** RFC 9110 §7.6.1: meant for the next hop only. {@code Transfer-Encoding} is the pump's business. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-authentication-info",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade",
            "expect");

    /** What only somebody inside may say: where a request came from, who it is, what it really asks for. */
    private static final Set<String> SPOOFABLE = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "x-request-id",
            "x-original-url",
            "x-original-uri",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-user",
            "x-remote-user",
            "remote-user",
            "traceparent",
            "tracestate",
            "baggage",
            // The portal's session is nobody else's business; services know bearer tokens only.
            "cookie");

    private static final Set<String> SPOOFABLE_PREFIXES =
            Set.of("x-forwarded-", "x-internal-", "x-quality-", "x-auth-");

    /** What a service says about itself rather than about its answer. */
    private static final Set<String> SELF_DESCRIPTION =
            Set.of("server", "x-powered-by", "set-cookie", "via", "x-cache");

    private static final Set<String> INDISPENSABLE =
            Set.of("content-length", "transfer-encoding", "host", "authorization");

    private PassingHeaders() {}

    static void toService(MultiMap headers, HttpServerRequest from, Trace trace) {
        removeNamedIn(headers, headers.getAll(HttpHeaders.CONNECTION));
        removeAll(headers, HOP_BY_HOP);
        removeAll(headers, SPOOFABLE);
        headers.names().stream()
                .filter(name -> SPOOFABLE_PREFIXES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith))
                .toList()
                .forEach(headers::remove);
        headers.set("X-Forwarded-For", from.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", from.scheme() == null ? "http" : from.scheme());
        if (from.authority() != null) {
            headers.set("X-Forwarded-Host", from.authority().toString());
        }
        trace.writeTo(headers);
    }

    static void toCaller(MultiMap headers) {
        removeNamedIn(headers, headers.getAll(HttpHeaders.CONNECTION));
        removeAll(headers, HOP_BY_HOP);
        removeAll(headers, SELF_DESCRIPTION);
    }

    /** A sender may declare any header hop-by-hop; but not those the message cannot be read without. */
    private static void removeNamedIn(MultiMap headers, List<String> connection) {
        connection.stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !INDISPENSABLE.contains(name))
                .forEach(headers::remove);
    }

    private static void removeAll(MultiMap headers, Set<String> names) {
        names.forEach(headers::remove);
    }
}
