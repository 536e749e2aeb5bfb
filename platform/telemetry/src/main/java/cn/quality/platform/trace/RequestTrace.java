package cn.quality.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace of one HTTP request, and the request id that is returned to the caller. */
public final class RequestTrace {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

    private final String requestId;
    private final TraceContext context;

    private RequestTrace(String requestId, TraceContext context) {
        this.requestId = requestId;
        this.context = context;
    }

    /** Continues the caller's trace or starts one, when first asked for. */
    public static RequestTrace of(RoutingContext request) {
        RequestTrace trace = request.get(RequestTrace.class.getName());
        if (trace != null) {
            return trace;
        }
        var headers = request.request().headers();
        return attach(request, TraceContext.below(headers.get("traceparent"), headers.get("tracestate")));
    }

    /** Lets a span stand for this request. To be called before anything asks for the trace of the request. */
    public static RequestTrace through(RoutingContext request, Span span) {
        var headers = request.request().headers();
        var state = TraceContext.parse(headers.get("traceparent"), headers.get("tracestate"))
                .map(TraceContext::state)
                .orElse(null);
        return attach(request, TraceContext.of(span).withState(state));
    }

    private static RequestTrace attach(RoutingContext request, TraceContext context) {
        var trace = new RequestTrace(requestId(request.request().getHeader("X-Request-Id"), context), context);
        request.put(RequestTrace.class.getName(), trace);
        return trace;
    }

    private static String requestId(@Nullable String given, TraceContext context) {
        return given != null && REQUEST_ID.matcher(given).matches() ? given : context.traceId();
    }

    /** The caller's own {@code X-Request-Id} when it is harmless, else the trace id. */
    public String requestId() {
        return requestId;
    }

    /** 32 hexadecimal digits. */
    public String traceId() {
        return context.traceId();
    }

    /** Hands the trace on to another service. */
    public void writeTo(MultiMap headers) {
        headers.set("X-Request-Id", requestId);
        headers.set("traceparent", context.traceparent());
        if (context.state() != null) {
            headers.set("tracestate", context.state());
        }
    }
}
