package cn.quality.platform.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The spans of OpenTelemetry that run through a request, its log lines, its problem response and the events it causes. Their
 * ids are there whether spans are exported or not.
 */
public final class Trace {

    private Trace() {}

    /** A span below the one that was handed on, or the first of a new trace. */
    public static Span begin(SpanKind kind, String name, @Nullable String traceparent) {
        var parent = TraceContext.parse(traceparent, null)
                .map(sender -> Context.root().with(Span.wrap(sender.remoteParent())))
                .orElse(Context.root());
        return GlobalOpenTelemetry.getTracer("cn.quality")
                .spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
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

    /** Ends a span; a failure is recorded by its kind, since its words may hold anything. */
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

    /** The {@code traceparent} that names this span. */
    public static String traceparent(Span span) {
        return TraceContext.of(span).traceparent();
    }
}
