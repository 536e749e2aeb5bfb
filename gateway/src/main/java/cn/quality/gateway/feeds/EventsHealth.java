package cn.quality.gateway.feeds;

import cn.quality.gateway.health.Companion;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether events arrive: without them responses are cached for a shorter while, and streams and webhooks are silent. */
@Singleton
class EventsHealth implements Companion {

    private final EventTail tail;

    EventsHealth(EventTail tail) {
        this.tail = tail;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Future<Optional<String>> trouble() {
        return Future.succeededFuture(tail.isArriving() ? Optional.empty() : Optional.of("no events arrive"));
    }
}
