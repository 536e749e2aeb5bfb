package cn.quality.gateway.limits;

import cn.quality.gateway.edge.GatewayProblems;
import cn.quality.gateway.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Places for callers who are slower than a service: with a body, or with reading a response. While one streams it holds a connection
 * to the service, and there are not many; so one caller has a few of the places, and all together have fewer than there are
 * connections.
 */
@Singleton
public class SlowCallers {

    private final LimitsConfig config;
    private final Places bodies = new Places();
    private final Places uploads = new Places();
    private final Places downloads = new Places();

    SlowCallers(LimitsConfig config, MeterRegistry meters) {
        this.config = config;
        meters.gauge("gateway.bodies.under.way", bodies, Places::taken);
        meters.gauge("gateway.bodies.streaming", uploads, Places::taken);
        meters.gauge("gateway.responses.waiting", downloads, Places::taken);
    }

    /** Makes it known to {@link #mayReadSlowly}. */
    public void attach(RoutingContext request) {
        request.put(SlowCallers.class.getName(), this);
    }

    /**
     * A body begins, and is taken in. Fails with the refusal.
     *
     * @return what is called when it has been taken in; the end of the request does it, too
     */
    public Future<Runnable> takeIn(RoutingContext request, Caller caller) {
        return bodies.take(request, caller, config.bodiesPerCaller(), Integer.MAX_VALUE);
    }

    /** A body streams to its service, until the end of the request. Fails with the refusal. */
    public Future<Void> upload(RoutingContext request, Caller caller) {
        return uploads.take(request, caller, config.streamsPerCaller(), config.streams())
                .mapEmpty();
    }

    /** After how many milliseconds to ask {@link #mayReadSlowly}. */
    public static Optional<Long> stallMillis(RoutingContext request) {
        return attached(request).map(slow -> slow.config.stall().toMillis());
    }

    /** A response has waited for its caller a while; whether it may go on waiting, until its end. */
    public static boolean mayReadSlowly(RoutingContext request) {
        return attached(request)
                .map(slow -> slow.downloads.take(
                        request, Caller.of(request), slow.config.streamsPerCaller(), slow.config.streams()))
                .filter(Future::failed)
                .isEmpty();
    }

    private static Optional<SlowCallers> attached(RoutingContext request) {
        return Optional.ofNullable(request.get(SlowCallers.class.getName()));
    }

    /** Who has how many. */
    private static final class Places {

        private final Map<String, Integer> byOwner = new ConcurrentHashMap<>();

        Future<Runnable> take(RoutingContext request, Caller caller, int perOwner, int inAll) {
            var owner = BucketKey.owner(caller);
            var own = byOwner.merge(owner, 1, Integer::sum);
            var given = new AtomicBoolean(true);
            Runnable giveBack = () -> {
                if (given.getAndSet(false)) {
                    byOwner.computeIfPresent(owner, (who, many) -> many > 1 ? many - 1 : null);
                }
            };
            if (own > perOwner || taken() > inAll) {
                giveBack.run();
                return Future.failedFuture(own > perOwner ? tooMany() : GatewayProblems.overloaded());
            }
            request.addEndHandler(end -> giveBack.run());
            return Future.succeededFuture(giveBack);
        }

        int taken() {
            return byOwner.values().stream().mapToInt(Integer::intValue).sum();
        }

        private static Problem tooMany() {
            return new Problem(
                            ProblemTypes.TOO_MANY_REQUESTS,
                            new Text("同时上传的内容过多，请待前面的传完", "Too many bodies at once; wait for those before to be sent"))
                    .retryAfter(1);
        }
    }
}
