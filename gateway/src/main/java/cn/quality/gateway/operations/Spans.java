package cn.quality.gateway.operations;

import static cn.quality.platform.trace.Trace.begin;
import static cn.quality.platform.trace.Trace.end;

import cn.quality.gateway.edge.Admission;
import cn.quality.platform.trace.RequestTrace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * One span of OpenTelemetry for each request. While none is exported nothing is registered here, and no request meets this
 * class.
 *
 * <p>There is no second span for the question to the service: the service's own begins with it, and what it does not show
 * (which instance, what the cache did) is said here.
 */
@Singleton
class Spans {

    /** Within {@link RequestObserver}, and before admission asks for the trace. */
    private static final int BEFORE_ADMISSION = 15_000;

    private final boolean disabled;
    private final RouteLabels labels;

    Spans(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled, RouteLabels labels) {
        this.disabled = disabled;
        this.labels = labels;
    }

    void stand(@Observes Filters filters) {
        if (!disabled) {
            filters.register(this::follow, BEFORE_ADMISSION);
        }
    }

    private void follow(RoutingContext request) {
        var asked = request.request();
        var method = asked.method().name();
        var span = begin(SpanKind.SERVER, method, asked.getHeader("traceparent"));
        RequestTrace.through(request, span);
        request.addEndHandler(end -> answered(span, request, end.cause()));
        request.next();
    }

    private void answered(Span span, RoutingContext request, @Nullable Throwable failure) {
        var label = Admission.admittedPath(request).map(labels::of).orElse(RouteLabel.NONE);
        if (label.route().equals("operations")) {
            return; // a span that does not end is not exported, and probes are no news
        }
        var method = request.request().method().name();
        var response = request.response();
        if (!label.prefix().isEmpty()) {
            span.updateName(method + " " + label.prefix()).setAttribute("http.route", label.prefix());
        }
        span.setAttribute("http.request.method", method)
                .setAttribute("http.response.status_code", response.getStatusCode())
                .setAttribute("gateway.route", label.route())
                .setAttribute("gateway.instance", Served.whom(request))
                .setAttribute(
                        "gateway.cache",
                        Objects.requireNonNullElse(response.headers().get("X-Cache"), "-"))
                .setStatus(response.getStatusCode() >= 500 ? StatusCode.ERROR : StatusCode.UNSET);
        end(span, failure);
    }
}
