package cn.quality.gateway.cache;

import cn.quality.gateway.cache.Keeper.Advice;
import cn.quality.gateway.cache.Keeper.Settings;
import cn.quality.gateway.cache.Origin.Fetched;
import cn.quality.gateway.edge.Admission;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The step at which a request is answered from here, or sent on with an errand; and where the pages of the portal ask. */
@Singleton
public class PublicCache {

    private static final Logger LOG = Logger.getLogger(PublicCache.class);

    private static final int ERROR = 400;
    /** {@code /api/credit/v1} */
    private static final int DEPTH_OF_A_SERVICE = 3;

    private final Keeper keeper;
    private final Purges purges;
    private final Origin origin;
    private final long largest;
    private final Vertx vertx;

    PublicCache(
            CacheConfig config, Purges purges, EventPurge events, Origin origin, MeterRegistry meters, Vertx vertx) {
        this.purges = purges;
        this.keeper = new Keeper(
                new Settings(
                        config.size().asLongValue(),
                        config.settling(),
                        config.staleWhileRevalidate(),
                        config.staleIfError(),
                        config.blind()),
                System::nanoTime,
                events::arrive,
                purges);
        this.origin = origin;
        this.largest = config.largest().asLongValue();
        this.vertx = vertx;
        meters.gauge("gateway.cache.bytes", keeper, Keeper::weight);
    }

    /** @param goOn sends the request to its service */
    public void answer(RoutingContext request, Caching caching, Consumer<Errand> goOn) {
        if (caching == Caching.NONE) {
            goOn.accept(Errand.NONE);
            return;
        }
        var incoming = request.request();
        var question = Question.of(incoming, Admission.path(request));
        if (question.isEmpty()) {
            if (!HttpMethod.GET.equals(incoming.method()) && !HttpMethod.HEAD.equals(incoming.method())) {
                request.addEndHandler(end -> written(request));
            }
            Mark.BYPASS.writeTo(incoming);
            goOn.accept(Errand.NONE);
            return;
        }
        switch (keeper.advise(question.get())) {
            case Advice.Give(var answer, var mark, var refresh) -> {
                refresh.ifPresent(this::refresh);
                answer.answer(incoming, mark, keeper.now());
            }
            case Advice.Fetch(var flight) -> fetch(request, flight, goOn);
            case Advice.Wait(var flight) -> await(request, flight, goOn);
        }
    }

    /**
     * What everybody gets from a service, for a page of this gateway: from here where it is kept, and of several who ask at
     * once only one goes. Fails when the service does.
     *
     * @param uri path and query
     * @param headers all that the service is sent
     */
    public Future<Fetched> read(String uri, MultiMap headers) {
        var question = Question.of(uri, headers);
        if (origin.caching(question.path()) == Caching.NONE) {
            return origin.get(question.path(), uri, headers, Long.MAX_VALUE);
        }
        return switch (keeper.advise(question)) {
            case Advice.Give(var answer, var mark, var refresh) -> {
                refresh.ifPresent(this::refresh);
                yield Future.succeededFuture(answer.fetched());
            }
            case Advice.Fetch(var flight) -> fetch(flight, headers, Long.MAX_VALUE);
            case Advice.Wait(var flight) ->
                landed(flight)
                        .compose(answer -> answer.isPresent()
                                ? Future.succeededFuture(answer.get().fetched())
                                : fetch(new Flight(question, keeper.now()), headers, Long.MAX_VALUE));
        };
    }

    private void fetch(RoutingContext request, Flight flight, Consumer<Errand> goOn) {
        Mark.MISS.writeTo(request.request());
        if (HttpMethod.HEAD.equals(request.request().method())) {
            // Brings no body, so nothing for others.
            keeper.failed(flight);
            goOn.accept(Errand.NONE);
        } else {
            // However this ends, nobody waits for it longer.
            request.addEndHandler(end -> keeper.failed(flight));
            goOn.accept(new Fetching(keeper, origin, flight, largest, request.request()));
        }
    }

    /** Whoever gets nothing from the one he waited for goes himself, and fetches for himself alone. */
    private void await(RoutingContext request, Flight flight, Consumer<Errand> goOn) {
        landed(flight).onSuccess(answer -> {
            if (request.response().closed()) {
                return;
            }
            if (answer.isPresent()) {
                answer.get().answer(request.request(), Mark.HIT, keeper.now());
            } else {
                Mark.MISS.writeTo(request.request());
                goOn.accept(new Fetching(
                        keeper, origin, new Flight(flight.question(), keeper.now()), largest, request.request()));
            }
        });
    }

    /** What somebody else fetches, on this caller's event loop; nothing when it cannot be kept, or not any more. */
    private Future<Optional<KeptAnswer>> landed(Flight flight) {
        var here = vertx.getOrCreateContext();
        var landed = Promise.<Optional<KeptAnswer>>promise();
        flight.landing()
                .onComplete(end ->
                        here.runOnContext(now -> landed.complete(end.result().filter(keeper::stillHolds))));
        return landed.future();
    }

    /** Nobody waits for this one; what goes wrong is tried again by the next who asks. */
    private void refresh(Flight flight) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        flight.question().writeTo(headers);
        fetch(flight, headers, largest)
                .onFailure(failure ->
                        LOG.debugf("%s was not refreshed: %s", flight.question().path(), failure.getMessage()));
    }

    /** @param most bytes of a body; one that is too large to be kept is still an answer */
    private Future<Fetched> fetch(Flight flight, MultiMap headers, long most) {
        var question = flight.question();
        return Future.succeededFuture()
                .compose(now -> origin.get(question.path(), question.uri(), headers, most))
                .onSuccess(fetched -> keep(flight, fetched))
                .onFailure(failure -> keeper.failed(flight));
    }

    private void keep(Flight flight, Fetched fetched) {
        var lifetime = fetched.body().length() > largest
                ? Optional.<Lifetime>empty()
                : Lifetime.of(fetched.status(), fetched.headers());
        lifetime.ifPresentOrElse(
                fresh -> keeper.arrived(flight, origin.fit(fetched.headers()), fetched.body(), fresh),
                () -> keeper.failed(flight));
    }

    /**
     * RFC 9111 §4.4: whoever changes something through this gateway does not read the old of it here, nor of what it is a part
     * of.
     */
    private void written(RoutingContext request) {
        if (request.response().getStatusCode() < ERROR) {
            var path = Admission.path(request);
            for (var end = path.length(); depth(path, end) > DEPTH_OF_A_SERVICE; end = path.lastIndexOf('/', end - 1)) {
                purges.touch(path.substring(0, end));
            }
        }
    }

    private static long depth(String path, int end) {
        return path.chars().limit(end).filter(letter -> letter == '/').count();
    }
}
