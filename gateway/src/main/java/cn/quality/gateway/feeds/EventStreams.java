package cn.quality.gateway.feeds;

import cn.quality.gateway.edge.ProblemWriter;
import cn.quality.gateway.identity.Audience;
import cn.quality.gateway.identity.BearerAuthenticator;
import cn.quality.gateway.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/events}: what happens, as server-sent events, to systems that may screen. */
@ApplicationScoped
class EventStreams {

    private static final String ADDRESS = "/api/v1/events";
    private static final List<String> ROLES = List.of("screening-client", "auditor");
    private static final String HELLO = "retry: 3000\n\n";
    private static final int LATER = 5;

    /** A stream whose token does not say when it ends, ends after this. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final FeedConfig config;
    private final BearerAuthenticator authenticator;
    private final RecentEvents events;
    private final ProblemWriter problems;
    private final Clock clock;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    EventStreams(
            FeedConfig config,
            BearerAuthenticator authenticator,
            RecentEvents events,
            ProblemWriter problems,
            Clock clock,
            MeterRegistry meters) {
        this.config = config;
        this.authenticator = authenticator;
        this.events = events;
        this.problems = problems;
        this.clock = clock;
        meters.gauge("gateway.feeds.streams", streams, Set::size);
    }

    void open(@Observes Router router, Vertx vertx) {
        router.get(ADDRESS).handler(this::answer);
        events.whenHeard(() -> streams.forEach(EventStream::call));
        vertx.setPeriodic(config.heartbeat().toMillis(), beat -> streams.forEach(EventStream::beat));
    }

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        streams.forEach(EventStream::end);
    }

    private void answer(RoutingContext request) {
        authenticator
                .authenticate(request, Audience.AUTHENTICATED)
                .compose(this::mayListen)
                .compose(fine -> Subscription.of(request.queryParams()))
                .onSuccess(subscription -> stream(request, subscription))
                .onFailure(failure -> problems.write(request, failure));
    }

    private Future<Void> mayListen(Caller caller) {
        if (ROLES.stream().noneMatch(caller::has)) {
            return Future.failedFuture(new Problem(
                    ProblemTypes.FORBIDDEN,
                    new Text("事件流仅向批量核查系统与审计人员开放", "The stream of events is for screening clients and auditors")));
        }
        if (streams.size() >= config.streams()) {
            return Future.failedFuture(
                    new Problem(ProblemTypes.UNAVAILABLE, new Text("事件流连接已满，请稍后再试", "No room for another stream"))
                            .retryAfter(LATER));
        }
        return Future.succeededFuture();
    }

    private void stream(RoutingContext request, Subscription subscription) {
        var response = request.response()
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no");
        var stream = new EventStream(
                events,
                subscription,
                request.request(),
                request.vertx().getOrCreateContext(),
                placeOf(request.request().getHeader("Last-Event-ID")));
        var over = request.vertx().setTimer(leftOfToken(request), expired -> stream.end());
        request.addEndHandler(end -> {
            request.vertx().cancelTimer(over);
            streams.remove(stream);
        });
        streams.add(stream);
        response.write(HELLO);
        stream.begin();
    }

    private long placeOf(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return events.end();
        }
        return lastEventId.matches("[0-9]{1,15}")
                ? events.placeAt(Long.parseLong(lastEventId) - config.overlap().toMillis())
                : -1;
    }

    /** Milliseconds. The token has been verified; here only its end is read. */
    private long leftOfToken(RoutingContext request) {
        var bearer = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (bearer == null) {
            return LONGEST.toMillis();
        }
        var claims = new JsonObject(
                new String(Base64.getUrlDecoder().decode(bearer.split("\\.", -1)[1]), StandardCharsets.UTF_8));
        return Math.max(1, claims.getLong("exp", 0L) * 1000 - clock.millis());
    }
}
