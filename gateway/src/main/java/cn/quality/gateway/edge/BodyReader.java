package cn.quality.gateway.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Takes in the body of a request, up to a size and within a time, in memory that is counted. */
@Singleton
public class BodyReader {

    private final Duration formTime;
    private final TransferMemory memory;

    BodyReader(EdgeConfig config, MeterRegistry meters) {
        this.formTime = config.formTime();
        this.memory = new TransferMemory(config.bodyMemory().asLongValue());
        meters.gauge("gateway.bodies.bytes", memory, TransferMemory::held);
    }

    public static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    /** What pages and the own interface are sent; otherwise as the other. */
    public Future<Taken> takeForm(RoutingContext request, long most) {
        return take(request, most, formTime);
    }

    /**
     * What was taken in.
     *
     * @param whole whether that is all of it; otherwise the request is paused
     */
    public record Taken(Buffer bytes, boolean whole) {}

    /**
     * Fails with the refusal: 408 when the body has not come to its end in time, 503 when others have taken the memory.
     *
     * @param most bytes; with more it stops
     */
    public Future<Taken> take(RoutingContext request, long most, Duration time) {
        var incoming = request.request();
        if ("100-continue".equalsIgnoreCase(incoming.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        var bytes = Buffer.buffer();
        var taken = Promise.<Taken>promise();
        var clock = request.vertx().setTimer(time.toMillis(), late -> taken.tryFail(GatewayProblems.bodyTooSlow()));
        request.addEndHandler(end -> {
            memory.remove(bytes.length());
            taken.tryFail(GatewayProblems.bodyBroken());
        });
        incoming.exceptionHandler(broken -> taken.tryFail(GatewayProblems.bodyBroken()))
                .endHandler(end -> taken.tryComplete(new Taken(bytes, true)))
                .handler(piece -> {
                    memory.add(piece.length());
                    bytes.appendBuffer(piece);
                    if (bytes.length() > most) {
                        incoming.pause();
                        taken.tryComplete(new Taken(bytes, false));
                    } else if (memory.full()) {
                        taken.tryFail(GatewayProblems.overloaded());
                    }
                })
                .resume();
        return taken.future().onComplete(done -> request.vertx().cancelTimer(clock));
    }
}
