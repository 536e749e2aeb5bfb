package cn.quality.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * One process of a service. It is unhealthy while it refuses connections, for twice as long each time, and while it reports that
 * it is not ready.
 */
public final class Instance {

    private final URI base;
    private final String host;
    private final int port;
    private final boolean secure;
    private final Duration pause;
    private final Duration longestPause;
    private final LongSupplier clock;

    private final AtomicInteger outstanding = new AtomicInteger();
    private volatile boolean ready = true;
    /** Refused connections in a row. */
    private volatile int refused;

    private volatile long backAt;

    /** @param clock nanoseconds that never run backwards */
    Instance(URI base, Duration pause, Duration longestPause, LongSupplier clock) {
        this.base = base;
        this.host = base.getHost();
        this.secure = "https".equals(base.getScheme());
        this.port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
        this.pause = pause;
        this.longestPause = longestPause;
        this.clock = clock;
    }

    public URI base() {
        return base;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    boolean secure() {
        return secure;
    }

    /** Whether it may be chosen while there are others. */
    boolean healthy() {
        return ready && (refused == 0 || clock.getAsLong() - backAt >= 0);
    }

    /** Requests it has not begun to answer. */
    public int outstanding() {
        return outstanding.get();
    }

    void requestStarted() {
        outstanding.incrementAndGet();
    }

    void requestEnded() {
        outstanding.decrementAndGet();
    }

    void connected() {
        if (refused != 0) {
            refused = 0;
        }
    }

    /** Requests that fail together count once. */
    synchronized void refusedConnection() {
        var now = clock.getAsLong();
        if (refused > 0 && now - backAt < 0) {
            return;
        }
        var shift = Math.min(refused, 16);
        backAt = now + Math.min(pause.toNanos() << shift, longestPause.toNanos());
        refused++;
    }

    /** @return whether that changed */
    boolean ready(boolean now) {
        var changed = ready != now;
        ready = now;
        if (now) {
            connected();
        }
        return changed;
    }
}
