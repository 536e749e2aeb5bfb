package cn.quality.gateway.cache;

import cn.quality.gateway.cache.Keeper.Advice;
import cn.quality.gateway.cache.Keeper.Settings;
import cn.quality.gateway.cache.Origin.Fetched;
import cn.quality.gateway.edge.Admission;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The step at which a request is answered from here, or sent on with an errand. */
@Singleton
public class PublicCache {

    private static final Logger LOG = Logger.getLogger(PublicCache.class);

    private static final int ERROR = 400;

    private final Keeper keeper;
    private final Purges purges;
    private final Origin origin;
    private final long largest;

    PublicCache(CacheConfig config, Purges purges, EventPurge events, Origin origin, MeterRegistry meters) {
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
        var context = request.vertx().getOrCreateContext();
        flight.landing()
                .onComplete(landed -> context.runOnContext(here -> {
                    Optional<KeptAnswer> answer = landed.result().filter(keeper::stillHolds);
                    if (request.response().closed()) {
                        return;
                    }
                    if (answer.isPresent()) {
                        answer.get().answer(request.request(), Mark.HIT, keeper.now());
                    } else {
                        Mark.MISS.writeTo(request.request());
                        goOn.accept(new Fetching(
                                keeper,
                                origin,
                                new Flight(flight.question(), keeper.now()),
                                largest,
                                request.request()));
                    }
                }));
    }

    /** Nobody waits for this one; what goes wrong is tried again by the next who asks. */
    private void refresh(Flight flight) {
        var question = flight.question();
        var headers = MultiMap.caseInsensitiveMultiMap();
        question.writeTo(headers);
        Future.succeededFuture()
                .compose(now -> origin.get(question.path(), question.uri(), headers, largest))
                .onSuccess(fetched -> keep(flight, fetched))
                .onFailure(failure -> {
                    LOG.debugf("%s was not refreshed: %s", question.path(), failure.getMessage());
                    keeper.failed(flight);
                });
    }

    private void keep(Flight flight, Fetched fetched) {
        Lifetime.of(fetched.status(), fetched.headers())
                .ifPresentOrElse(
                        lifetime -> keeper.arrived(flight, origin.fit(fetched.headers()), fetched.body(), lifetime),
                        () -> keeper.failed(flight));
    }

    /** RFC 9111 §4.4: whoever changes something through this gateway does not read the old of it here. */
    private void written(RoutingContext request) {
        if (request.response().getStatusCode() < ERROR) {
            var path = Admission.path(request);
            purges.touch(path);
            if (!HttpMethod.POST.equals(request.request().method())) {
                purges.touch(path.substring(0, path.lastIndexOf('/')));
            }
        }
    }
}
