package cn.quality.gateway.health;

import cn.quality.gateway.health.Part.Status;
import cn.quality.gateway.upstream.Failure;
import cn.quality.gateway.upstream.Instance;
import cn.quality.gateway.upstream.Upstreams;
import cn.quality.platform.trace.RequestTrace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks all parts side by side and reports what they said: 200 when all are up, 503 otherwise. */
@ApplicationScoped
class HealthPage {

    private static final String SERVICE_READINESS = "/q/health/ready";
    private static final String REALM_DISCOVERY = "/.well-known/openid-configuration";
    private static final String IDENTITY = "identity";

    private final HealthConfig config;
    private final Upstreams upstreams;
    private final List<Companion> companions;
    private final ObjectMapper json;

    HealthPage(HealthConfig config, Upstreams upstreams, @All List<Companion> companions, ObjectMapper json) {
        this.config = config;
        this.upstreams = upstreams;
        this.companions = List.copyOf(companions);
        this.json = json;
    }

    void route(@Observes Router router) {
        router.get("/health").handler(this::answer);
        router.head("/health").handler(this::answer);
    }

    private void answer(RoutingContext request) {
        var asked = new ArrayList<Future<Part>>();
        upstreams.names().forEach(name -> asked.add(service(name, request)));
        asked.add(ask(
                IDENTITY,
                upstreams.open(
                        config.identity(),
                        HttpMethod.GET,
                        config.identity().getPath() + REALM_DISCOVERY,
                        config.timeout()),
                request));
        var beside = Future.all(companions.stream().map(this::companion).toList());
        Future.all(asked)
                .compose(all -> beside.map(others -> Readiness.of(all.list(), others.list())))
                .onSuccess(readiness -> report(request, readiness))
                .onFailure(request::fail);
    }

    private Future<Part> companion(Companion companion) {
        var start = System.nanoTime();
        return companion
                .trouble()
                .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .map(trouble -> new Part(
                        companion.name(),
                        trouble.isEmpty() ? Status.UP : Status.DOWN,
                        trouble.orElse("ready"),
                        millisSince(start)))
                .otherwise(failure -> new Part(companion.name(), Status.DOWN, "no connection", millisSince(start)));
    }

    /** As up as the best of its instances. */
    private Future<Part> service(String name, RoutingContext request) {
        var instances = upstreams.instances(name);
        return instances.size() == 1
                ? instance(name, instances.getFirst(), request)
                : Future.all(IntStream.rangeClosed(1, instances.size())
                                .mapToObj(n -> instance(name + "-" + n, instances.get(n - 1), request))
                                .toList())
                        .map(all -> Part.of(name, all.list()));
    }

    private Future<Part> instance(String name, Instance instance, RoutingContext request) {
        return ask(name, upstreams.open(instance.base(), HttpMethod.GET, SERVICE_READINESS, config.timeout()), request);
    }

    /** Never fails: a part that does not answer is down, with the reason. */
    private Future<Part> ask(String name, Future<HttpClientRequest> opened, RoutingContext request) {
        var start = System.nanoTime();
        return opened.compose(probe -> {
                    RequestTrace.of(request).writeTo(probe.headers());
                    return probe.putHeader(HttpHeaders.ACCEPT, "application/json")
                            .send()
                            .compose(answer -> answer.body().map(body -> part(name, answer.statusCode(), body, start)));
                })
                .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .otherwise(failure -> new Part(name, Status.DOWN, reason(failure), millisSince(start)));
    }

    private static Part part(String name, int status, Buffer body, long start) {
        return status == 200
                ? new Part(name, Status.UP, "ready", millisSince(start))
                : new Part(name, Status.DOWN, said(status, body), millisSince(start));
    }

    private String reason(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "no answer within %d ms".formatted(config.timeout().toMillis());
        }
        return switch (Failure.of(failure)) {
            case CONNECT_FAILED, CIRCUIT_OPEN -> "no connection";
            case TIMEOUT -> "no answer within %d ms".formatted(config.timeout().toMillis());
            case CONNECTION_LOST, ABORTED, INTERNAL -> "the connection broke";
        };
    }

    /** The names of the checks a service reports as failed. */
    private static String said(int status, Buffer body) {
        try {
            var failed = body.toJsonObject().getJsonArray("checks").stream()
                    .map(JsonObject.class::cast)
                    .filter(check -> !"UP".equals(check.getString("status")))
                    .map(check -> check.getString("name"))
                    .collect(Collectors.joining(", "));
            return "answered %d, not ready: %s".formatted(status, failed);
        } catch (RuntimeException noHealthDocument) {
            return "answered %d".formatted(status);
        }
    }

    private void report(RoutingContext request, Readiness readiness) {
        try {
            request.response()
                    .setStatusCode(readiness.status() == Status.UP ? 200 : 503)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(Buffer.buffer(json.writeValueAsBytes(readiness)));
        } catch (JsonProcessingException e) {
            request.fail(e);
        }
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
