package cn.quality.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Fetches an answer for everybody, and gives its own caller what is here when the service fails. */
final class Fetching implements Errand {

    private static final int SERVER_ERROR = 500;

    /** All that goes to the service: what the answer may depend on, and the trace. */
    private static final Set<String> IMPERSONAL =
            Set.of("accept", "accept-language", "traceparent", "tracestate", "x-request-id");

    private final Keeper keeper;
    private final Origin origin;
    private final Flight flight;
    private final long largest;
    private final HttpServerRequest request;

    /** @param largest bytes of a body that is kept */
    Fetching(Keeper keeper, Origin origin, Flight flight, long largest, HttpServerRequest request) {
        this.keeper = keeper;
        this.origin = origin;
        this.flight = flight;
        this.largest = largest;
        this.request = request;
    }

    @Override
    public void prepare(MultiMap headers) {
        List.copyOf(headers.names()).stream()
                .filter(name -> !IMPERSONAL.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(headers::remove);
    }

    @Override
    public boolean takes(
            int status, MultiMap headers, long length, ReadStream<Buffer> body, Consumer<Throwable> broken) {
        if (status >= SERVER_ERROR && makesUp()) {
            body.handler(unread -> {})
                    .exceptionHandler(whatever -> {})
                    .endHandler(end -> {})
                    .resume();
            return true;
        }
        var lifetime = length < 0 || length > largest ? Optional.<Lifetime>empty() : Lifetime.of(status, headers);
        if (lifetime.isEmpty()) {
            keeper.failed(flight);
            return false;
        }
        var whole = Buffer.buffer((int) length);
        body.handler(whole::appendBuffer)
                .exceptionHandler(broken::accept)
                .endHandler(end -> give(keeper.arrived(flight, origin.fit(headers), whole, lifetime.get()), Mark.MISS))
                .resume();
        return true;
    }

    @Override
    public boolean makesUp() {
        keeper.failed(flight);
        var here = keeper.inNeed(flight.question());
        here.ifPresent(answer -> give(answer, Mark.STALE));
        return here.isPresent();
    }

    private void give(KeptAnswer answer, Mark mark) {
        if (!request.response().closed()) {
            answer.answer(request, mark, keeper.now());
        }
    }
}
