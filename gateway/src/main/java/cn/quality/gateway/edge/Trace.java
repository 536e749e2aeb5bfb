package cn.quality.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The thread through one request and everything it causes: W3C Trace Context, continued from the caller or started here, and
 * the request id that is told back.
 *
 * @param requestId the caller's own {@code X-Request-Id} when it is harmless, else the trace id
 * @param traceId 32 hexadecimal digits
 * @param parent {@code traceparent} for the services, with a span of our own
 * @param state the caller's {@code tracestate}, only together with a valid {@code traceparent}
 */
public record Trace(
        String requestId,
        String traceId,
        String parent,
        @Nullable String state) {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");
    private static final int LONGEST_STATE = 512;
    private static final String SAMPLED = "01";
    /** Where refusals of the platform's resources look for the id; its own filter is not part of the gateway. */
    private static final String ID_FOR_THE_PLATFORM = "traceId";

    static Trace from(MultiMap headers) {
        var given = headers.get("traceparent");
        var matcher = TRACEPARENT.matcher(given == null ? "" : given);
        var continued = matcher.matches();
        var traceId = continued ? matcher.group(1) : hex(16);
        var parent = "00-" + traceId + '-' + hex(8) + '-' + (continued ? matcher.group(2) : SAMPLED);
        var requestId = headers.get("X-Request-Id");
        var state = headers.get("tracestate");
        return new Trace(
                requestId != null && REQUEST_ID.matcher(requestId).matches() ? requestId : traceId,
                traceId,
                parent,
                continued && state != null && state.length() <= LONGEST_STATE ? state : null);
    }

    public static Trace of(RoutingContext request) {
        Trace trace = request.get(Trace.class.getName());
        return trace != null ? trace : attach(request, from(request.request().headers()));
    }

    /**
     * Lets a span that is exported stand for this request. To be told before anybody asks for the trace.
     *
     * @param parent {@code traceparent} with the ids of that span
     */
    public static void through(RoutingContext request, String traceId, String parent) {
        var found = from(request.request().headers());
        var requestId = found.requestId.equals(found.traceId) ? traceId : found.requestId;
        attach(request, new Trace(requestId, traceId, parent, found.state));
    }

    private static Trace attach(RoutingContext request, Trace trace) {
        request.put(Trace.class.getName(), trace);
        request.put(ID_FOR_THE_PLATFORM, trace.traceId());
        return trace;
    }

    /** Hands the trace on to a service. */
    public void writeTo(MultiMap headers) {
        headers.set("X-Request-Id", requestId);
        headers.set("traceparent", parent);
        if (state != null) {
            headers.set("tracestate", state);
        }
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1; // all zeros means "no id"
        return HexFormat.of().formatHex(random);
    }
}
