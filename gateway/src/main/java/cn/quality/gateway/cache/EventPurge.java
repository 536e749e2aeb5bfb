package cn.quality.gateway.cache;

import cn.quality.gateway.feeds.EventListener;
import cn.quality.gateway.feeds.TailedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** Touches what events make old; and everything at midnight, when entries expire of which no event has told yet. */
@Singleton
class EventPurge implements EventListener {

    private static final ZoneId RIZHAO = ZoneId.of("Asia/Shanghai");

    private final Purges purges;
    private volatile boolean arriving;

    EventPurge(Purges purges) {
        this.purges = purges;
    }

    /** Whether what happens is told here at once. */
    boolean arrive() {
        return arriving;
    }

    @Override
    public void heard(TailedEvent event) {
        Touched.by(event).forEach(purges::touch);
    }

    @Override
    public void missed() {
        purges.touchEverything();
    }

    @Override
    public void arriving(boolean now) {
        arriving = now;
    }

    void watchTheDay(@Observes StartupEvent start, Vertx vertx, Clock clock) {
        var now = clock.instant().atZone(RIZHAO);
        var midnight = now.toLocalDate().plusDays(1).atStartOfDay(RIZHAO);
        vertx.setTimer(Duration.between(now, midnight).toMillis() + 1, day -> {
            purges.touchEverything();
            watchTheDay(start, vertx, clock);
        });
    }
}
