package cn.quality.platform.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The thread that runs through a request, its log lines, its problem answer and the events it causes: OpenTelemetry's
 * current span. Its ids are there whether spans are exported or not.
 */
@ApplicationScoped
public class Trace {

    private static final String TRACE_ID = "traceId";
    private static final int FIRST = 10_000;
    private static final TextMapGetter<@Nullable String> HANDED_ON = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(@Nullable String traceparent) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return key.equals("traceparent") ? traceparent : null;
        }
    };

    private final String root;

    Trace(@ConfigProperty(name = "quarkus.rest.path") String root) {
        this.root = root;
    }

    void follow(@Observes Filters filters) {
        filters.register(
                request -> {
                    var asked = request.request();
                    var span = begin(SpanKind.SERVER, asked.method().name(), asked.getHeader("traceparent"));
                    // Current for as long as the context of this request lives, whichever thread works for it.
                    ContextStorage.get().attach(Context.root().with(span));
                    var id = span.getSpanContext().getTraceId();
                    request.put(TRACE_ID, id);
                    request.response().putHeader("X-Request-Id", id);
                    if (!asked.path().startsWith("/q/")) { // probes are no news
                        request.addEndHandler(end -> answered(span, request, end.cause()));
                    }
                    request.next();
                },
                FIRST);
    }

    /** Of the address only the template is told: what stands in its place, and the query, may be about a person. */
    private void answered(Span span, RoutingContext request, @Nullable Throwable failure) {
        int status = request.response().getStatusCode();
        var method = request.request().method().name();
        span.setAttribute("http.request.method", method).setAttribute("http.response.status_code", status);
        if (((HttpServerRequestInternal) request.request()).context().getLocal("UrlPathTemplate")
                instanceof String below) {
            span.updateName(method + " " + root + below).setAttribute("http.route", root + below);
        }
        span.setStatus(status >= 500 ? StatusCode.ERROR : StatusCode.UNSET);
        end(span, failure);
    }

    /** A span below the one that was handed on, or the first of a new trace. */
    public static Span begin(SpanKind kind, String name, @Nullable String traceparent) {
        return GlobalOpenTelemetry.getTracer("cn.quality")
                .spanBuilder(name)
                .setSpanKind(kind)
                .setParent(W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, HANDED_ON))
                .startSpan();
    }

    /** The same for a message, named as OpenTelemetry's conventions have it; {@code act} is send or process. */
    public static Span ofMessage(SpanKind kind, String act, String topic, @Nullable String traceparent) {
        return begin(kind, act + " " + topic, traceparent)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.name", act)
                .setAttribute("messaging.operation.type", act)
                .setAttribute("messaging.destination.name", topic);
    }

    /** Does work inside of a span, which ends with it. */
    public static void inside(Span span, Runnable work) {
        try (var _ = span.makeCurrent()) {
            work.run();
            end(span, null);
        } catch (RuntimeException e) {
            end(span, e);
            throw e;
        }
    }

    /** Ends a span; a failure is told by its kind, since its words may hold anything. */
    public static void end(Span span, @Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failure.getClass().getName());
        }
        span.end();
    }

    /** The {@code traceparent} to hand on; outside of any request that of a new trace. */
    public static String currentTraceparent() {
        var current = Span.current();
        return traceparent(current.getSpanContext().isValid() ? current : begin(SpanKind.INTERNAL, "none", null));
    }

    public static String traceparent(Span span) {
        var ids = span.getSpanContext();
        return "00-%s-%s-%s".formatted(ids.getTraceId(), ids.getSpanId(), ids.getTraceFlags());
    }

    public static String of(RoutingContext request) {
        return Objects.requireNonNullElse(request.get(TRACE_ID), TraceId.getInvalid());
    }
}
