package cn.quality.gateway.upstream;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Idle timeouts of everything that is under way, checked ten times a second all together: that costs less than a timer for each
 * request, nearly all of which are over long before it would expire.
 */
final class IdleTimeouts {

    private static final long CHECK_INTERVAL = 100;

    private final Set<IdleTimeout> running = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final long timer;

    IdleTimeouts(Vertx vertx) {
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(CHECK_INTERVAL, tick -> running.forEach(IdleTimeout::check));
    }

    /**
     * Starts a timeout.
     *
     * @param limit how long there may be no activity; it may take a tenth of a second more
     * @param expired called once when that has passed, on the context this was called on
     */
    IdleTimeout start(Duration limit, Runnable expired) {
        var timeout =
                new IdleTimeout(Math.ceilDiv(limit.toMillis(), CHECK_INTERVAL), expired, vertx.getOrCreateContext());
        timeout.restart();
        return timeout;
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    /** The timeout of one request or body. */
    final class IdleTimeout {

        private final long checks;
        private final Runnable expired;
        private final Context context;
        /** Checks since the last activity. */
        private final AtomicLong idleChecks = new AtomicLong();

        private IdleTimeout(long checks, Runnable expired, Context context) {
            this.checks = checks;
            this.expired = expired;
            this.context = context;
        }

        /** Counts from now on. */
        void restart() {
            activity();
            running.add(this);
        }

        void activity() {
            if (idleChecks.get() != 0) {
                idleChecks.set(0);
            }
        }

        /** Nothing is expected any more, or not for the moment. */
        void stop() {
            running.remove(this);
        }

        private void check() {
            var before = idleChecks.get();
            if (before < checks) {
                idleChecks.compareAndSet(before, before + 1); // unless there was activity just now
            } else if (running.remove(this)) {
                context.runOnContext(here -> expired.run());
            }
        }
    }
}
