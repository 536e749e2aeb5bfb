package cn.quality.gateway.upstream;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Notices who has fallen silent. All that is under way is looked at ten times a second: that costs less than a clock for each
 * request, nearly all of which are over long before it would go off.
 */
final class Silences {

    private static final long BETWEEN_LOOKS = 100;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final long timer;

    Silences(Vertx vertx) {
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(BETWEEN_LOOKS, tick -> watches.forEach(Watch::look));
    }

    /**
     * Something that should be heard of; the time begins to run.
     *
     * @param patience how long nothing may be heard; it may take a tenth of a second more
     * @param silent told once when that has passed, on the context this was called on
     */
    Watch watch(Duration patience, Runnable silent) {
        var watch = new Watch(Math.ceilDiv(patience.toMillis(), BETWEEN_LOOKS), silent, vertx.getOrCreateContext());
        watch.begin();
        return watch;
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Over something that may not be silent for long. */
    final class Watch {

        private final long looks;
        private final Runnable silent;
        private final Context context;
        private final AtomicLong inVain = new AtomicLong();

        private Watch(long looks, Runnable silent, Context context) {
            this.looks = looks;
            this.silent = silent;
            this.context = context;
        }

        /** The time runs anew. */
        void begin() {
            heard();
            watches.add(this);
        }

        void heard() {
            if (inVain.get() != 0) {
                inVain.set(0);
            }
        }

        /** Nothing is expected any more, or not for the moment. */
        void end() {
            watches.remove(this);
        }

        private void look() {
            var before = inVain.get();
            if (before < looks) {
                inVain.compareAndSet(before, before + 1); // or it was heard just now
            } else if (watches.remove(this)) {
                context.runOnContext(here -> silent.run());
            }
        }
    }
}
