package cn.quality.platform.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The thread that runs through a request, its log lines, its problem answer and the events it causes: the trace id of W3C
 * Trace Context, taken from the caller's {@code traceparent} or made here.
 */
@ApplicationScoped
public class Trace {

    private static final String TRACE_ID = "traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int FIRST = 10_000;

    void follow(@Observes Filters filters) {
        filters.register(
                request -> {
                    var id = idFrom(request.request().getHeader("traceparent"));
                    request.put(TRACE_ID, id);
                    MDC.put(TRACE_ID, id);
                    request.response().putHeader("X-Request-Id", id);
                    request.next();
                },
                FIRST);
    }

    /** 32 hexadecimal digits: the id of the request this thread works for, or a new one outside a request. */
    public static String currentId() {
        return MDC.get(TRACE_ID) instanceof String id ? id : newId();
    }

    /** Continues the trace on a thread that has no request, for example a consumer's. */
    public static void continueFrom(@Nullable String traceparent) {
        MDC.put(TRACE_ID, idFrom(traceparent));
    }

    /** The {@code traceparent} to hand on. */
    public static String currentTraceparent() {
        return "00-%s-%016x-01"
                .formatted(currentId(), ThreadLocalRandom.current().nextLong() | 1);
    }

    public static String of(RoutingContext request) {
        return request.get(TRACE_ID) instanceof String id ? id : newId();
    }

    private static String idFrom(@Nullable String traceparent) {
        if (traceparent != null) {
            var matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return newId();
    }

    private static String newId() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
