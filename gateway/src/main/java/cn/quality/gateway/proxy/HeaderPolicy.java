package cn.quality.gateway.proxy;

import cn.quality.platform.trace.RequestTrace;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers cross the gateway, in either direction. */
public final class HeaderPolicy {

    /** RFC 9110 §7.6.1: meant for the next hop only. How a body is transferred is for each side to say anew. */
    private static final String[] HOP_BY_HOP = {
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-authentication-info",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade"
    };

    /** What only the gateway may say: where a request came from, whose it is, what it really asks for. */
    private static final String[] SPOOFABLE = {
        // The client behind the gateway names its own.
        "host",
        // Answered here.
        "expect",
        "forwarded",
        "via",
        "x-real-ip",
        "x-client-ip",
        "true-client-ip",
        "cf-connecting-ip",
        "fastly-client-ip",
        "x-cluster-client-ip",
        "x-forwarded",
        "x-host",
        "x-original-host",
        "x-scheme",
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
        // The session is for the portal alone; services know bearer tokens only.
        "cookie",
        "x-csrf-token"
    };

    private static final String[] SPOOFABLE_PREFIXES = {
        "x-forwarded-", "x-internal-", "x-quality-", "x-auth-", "x-b3-", "x-envoy-"
    };

    /** What a service says about itself rather than about its response. */
    private static final String[] SELF_DESCRIPTION = {"server", "x-powered-by", "set-cookie", "via", "x-cache"};

    /** A message cannot be read without these, whatever {@code Connection} says of them. */
    private static final MultiMap INDISPENSABLE = names("content-length", "authorization");

    /** What most say of their connection; names no header that is not left out anyway. */
    private static final Set<String> USUAL = Set.of("keep-alive", "close");

    private static final MultiMap NOT_TO_SERVICE = names(HOP_BY_HOP, SPOOFABLE);
    private static final MultiMap NOT_TO_CALLER = names(HOP_BY_HOP, SELF_DESCRIPTION);

    private static final MultiMap REFERENCES = names("location", "content-location");
    /** Of an address, with all slashes before its path: two of them would name another host. */
    private static final Pattern ORIGIN = Pattern.compile("^(https?:)?//[^/?#]*/*", Pattern.CASE_INSENSITIVE);

    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");

    private HeaderPolicy() {}

    static void toService(MultiMap headers, HttpServerRequest from, RequestTrace trace) {
        var namesMore = false;
        for (var header : from.headers()) {
            var name = header.getKey();
            if (NOT_TO_SERVICE.contains(name)) {
                namesMore |= namesMore(name, header.getValue());
            } else if (!spoofable(name)) {
                headers.add(name, header.getValue());
            }
        }
        if (namesMore) {
            removeNamedIn(headers, from.headers());
        }
        headers.set(FORWARDED_FOR, from.remoteAddress().hostAddress());
        headers.set(FORWARDED_PROTO, from.scheme() == null ? "http" : from.scheme());
        if (from.authority() != null) {
            headers.set(FORWARDED_HOST, from.authority().toString());
        }
        trace.writeTo(headers);
    }

    /** The headers of a response that may leave the gateway. */
    public static MultiMap forwardableHeaders(MultiMap response) {
        var forwardable = MultiMap.caseInsensitiveMultiMap();
        toCaller(forwardable, response);
        return forwardable;
    }

    static void toCaller(MultiMap headers, MultiMap response) {
        var namesMore = false;
        for (var header : response) {
            var name = header.getKey();
            if (NOT_TO_CALLER.contains(name)) {
                namesMore |= namesMore(name, header.getValue());
            } else {
                headers.add(name, REFERENCES.contains(name) ? relative(header.getValue()) : header.getValue());
            }
        }
        if (namesMore) {
            removeNamedIn(headers, response);
        }
    }

    /** A service knows the address it listens on, which callers do not; they take a reference from the address they asked. */
    static String relative(String reference) {
        var path = ORIGIN.matcher(reference).replaceFirst("");
        return path.startsWith("/") ? path : "/" + path;
    }

    private static boolean namesMore(String name, String value) {
        return name.equalsIgnoreCase("connection") && !USUAL.contains(value);
    }

    private static boolean spoofable(String name) {
        if (name.isEmpty() || (name.charAt(0) | 0x20) != 'x') {
            return false;
        }
        for (var prefix : SPOOFABLE_PREFIXES) {
            if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }

    /** A sender may declare any header hop-by-hop. */
    private static void removeNamedIn(MultiMap headers, MultiMap from) {
        for (var value : from.getAll(HttpHeaders.CONNECTION)) {
            for (var name : value.split(",", -1)) {
                if (!name.isBlank() && !INDISPENSABLE.contains(name.strip())) {
                    headers.remove(name.strip());
                }
            }
        }
    }

    /** Looked up regardless of case. */
    private static MultiMap names(String[]... groups) {
        var names = HttpHeaders.headers();
        for (var group : groups) {
            for (var name : group) {
                names.add(name, "");
            }
        }
        return names;
    }

    private static MultiMap names(String... names) {
        return names(new String[][] {names});
    }
}
