package cn.quality.gateway.operations;

import cn.quality.gateway.identity.Caller;
import cn.quality.platform.trace.RequestTrace;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * One request that is over, as far as it may be logged.
 *
 * @param end when it was over
 * @param client id of the client, {@code person} or {@code anonymous}
 * @param roles of a person, who is never named
 * @param cache what the public cache did, {@code -} where it was not asked
 * @param limit {@code refused}, what was left of the caller's allowance, or {@code -}
 * @param instance the process that answered, {@code -} when none was asked
 * @param complete whether the caller got all of the answer
 */
record RequestRecord(
        Instant end,
        String method,
        RouteLabel label,
        int status,
        long bytes,
        long nanos,
        String client,
        List<String> roles,
        String trace,
        String address,
        String instance,
        String cache,
        String limit,
        boolean complete) {

    private static final String NONE = "-";

    static RequestRecord of(
            RoutingContext request, Instant end, RouteLabel label, String address, long nanos, boolean complete) {
        HttpServerRequest asked = request.request();
        HttpServerResponse response = request.response();
        var caller = Caller.of(request);
        return new RequestRecord(
                end,
                asked.method().name(),
                label,
                response.getStatusCode(),
                response.bytesWritten(),
                nanos,
                switch (caller) {
                    case Caller.Anonymous anonymous -> "anonymous";
                    case Caller.Client client -> client.id();
                    case Caller.Person person -> "person";
                },
                caller instanceof Caller.Person person ? List.copyOf(new TreeSet<>(person.roles())) : List.of(),
                RequestTrace.of(request).traceId(),
                address,
                Served.whom(request),
                Objects.requireNonNullElse(response.headers().get("X-Cache"), NONE),
                response.getStatusCode() == 429
                        ? "refused"
                        : Objects.requireNonNullElse(response.headers().get("RateLimit-Remaining"), NONE),
                complete);
    }

    String statusClass() {
        return status / 100 + "xx";
    }
}
