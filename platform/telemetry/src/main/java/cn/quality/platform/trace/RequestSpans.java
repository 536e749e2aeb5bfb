package cn.quality.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A span for each request, current for as long as the request lasts. A program that follows requests in another way turns it
 * off with {@code quality.request-spans=false}.
 */
@ApplicationScoped
@IfBuildProperty(name = "quality.request-spans", stringValue = "true", enableIfMissing = true)
class RequestSpans {

    private static final int FIRST = 10_000;

    private final String root;

    RequestSpans(@ConfigProperty(name = "quarkus.rest.path") String root) {
        this.root = root;
    }

    void follow(@Observes Filters filters) {
        filters.register(
                request -> {
                    var asked = request.request();
                    var span = Trace.begin(SpanKind.SERVER, asked.method().name(), asked.getHeader("traceparent"));
                    // Current for as long as the context of this request lives, whichever thread works for it.
                    ContextStorage.get().attach(Context.root().with(span));
                    request.response()
                            .putHeader(
                                    "X-Request-Id",
                                    RequestTrace.through(request, span).traceId());
                    if (!asked.path().startsWith("/q/")) { // probes are no news
                        request.addEndHandler(end -> answered(span, request, end.cause()));
                    }
                    request.next();
                },
                FIRST);
    }

    /** Of the address only the template is recorded: what stands in its place, and the query, may be about a person. */
    private void answered(Span span, RoutingContext request, @Nullable Throwable failure) {
        int status = request.response().getStatusCode();
        var method = request.request().method().name();
        span.setAttribute("http.request.method", method).setAttribute("http.response.status_code", status);
        if (((HttpServerRequestInternal) request.request()).context().getLocal("UrlPathTemplate")
                instanceof String below) {
            span.updateName(method + " " + root + below).setAttribute("http.route", root + below);
        }
        span.setStatus(status >= 500 ? StatusCode.ERROR : StatusCode.UNSET);
        Trace.end(span, failure);
    }
}
