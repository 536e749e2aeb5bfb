package cn.quality.gateway.cache;

import cn.quality.gateway.feeds.EventListener;
import cn.quality.gateway.feeds.TailedEvent;
import jakarta.inject.Singleton;

/** Invalidates what events make old. */
@Singleton
class EventInvalidator implements EventListener {

    private final Invalidations invalidations;
    private volatile boolean arriving;

    EventInvalidator(Invalidations invalidations) {
        this.invalidations = invalidations;
    }

    /** Whether events arrive as they happen. */
    boolean eventsArrive() {
        return arriving;
    }

    @Override
    public void heard(TailedEvent event) {
        InvalidationRules.subjectsOf(event).forEach(invalidations::invalidate);
    }

    @Override
    public void missed() {
        invalidations.invalidateEverything();
    }

    @Override
    public void arriving(boolean now) {
        arriving = now;
    }
}
