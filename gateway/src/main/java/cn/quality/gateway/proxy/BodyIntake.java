package cn.quality.gateway.proxy;

import cn.quality.gateway.edge.BodyReader;
import cn.quality.gateway.edge.BodyReader.Taken;
import cn.quality.gateway.identity.Caller;
import cn.quality.gateway.limits.SlowCallers;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The step at which a body is taken in, before anything is sent to its service: whole, so that no connection to a service waits
 * for a slow caller. Of a large one it is the beginning, and the rest streams.
 */
@Singleton
public class BodyIntake {

    private static final long LARGEST_WHOLE = 256 * 1024;

    private final BodyReader reader;
    private final SlowCallers slowCallers;

    BodyIntake(BodyReader reader, SlowCallers slowCallers) {
        this.reader = reader;
        this.slowCallers = slowCallers;
    }

    /** Fails with the refusal of a body that is too large, too slow or one too many. */
    public Future<Void> take(RoutingContext request, Route route, Caller caller) {
        if (!BodyReader.hasBody(request.request())) {
            return Future.succeededFuture();
        }
        var limit = route.bodyLimit().asLongValue();
        return slowCallers
                .takeIn(request, caller)
                .compose(place -> reader.take(request, Math.min(limit, LARGEST_WHOLE), route.timeout())
                        .onComplete(end -> place.run()))
                .compose(taken -> {
                    if (taken.bytes().length() > limit) {
                        return Future.failedFuture(BodyLimit.exceeded(route));
                    }
                    request.put(Taken.class.getName(), taken);
                    return taken.whole() ? Future.succeededFuture() : slowCallers.upload(request, caller);
                });
    }

    /** What was taken in of a request that has a body; nothing yet, when it did not come this way. */
    static Taken of(RoutingContext request) {
        return Optional.ofNullable(request.<Taken>get(Taken.class.getName()))
                .orElseGet(() -> new Taken(Buffer.buffer(), false));
    }
}
