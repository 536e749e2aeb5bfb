package cn.quality.gateway.cache;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * When each subject was last invalidated. Subjects share a fixed number of slots, so that memory is bounded whatever events
 * arrive; two that meet in one slot are invalidated together, which costs a fetch and nothing else.
 */
@Singleton
class Invalidations {

    /** The slot of every response. */
    private static final int EVERYTHING = 0;

    private static final int SLOTS = 1 << 16;

    private final LongSupplier clock;
    private final AtomicLongArray invalidatedAt = new AtomicLongArray(SLOTS);

    @Inject
    Invalidations() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds that never run backwards */
    Invalidations(LongSupplier clock) {
        this.clock = clock;
        var start = clock.getAsLong() - 1;
        for (int slot = 0; slot < SLOTS; slot++) {
            invalidatedAt.set(slot, start);
        }
    }

    static int slot(String subject) {
        int hash = subject.hashCode() * 0x9E3779B9;
        return 1 + (hash >>> 16) % (SLOTS - 1);
    }

    void invalidate(String subject) {
        invalidatedAt.set(slot(subject), clock.getAsLong());
    }

    void invalidateEverything() {
        invalidatedAt.set(EVERYTHING, clock.getAsLong());
    }

    /**
     * Whether one of the slots was invalidated at a moment or later.
     *
     * @param moment in the clock's nanoseconds
     */
    boolean since(long moment, int... slots) {
        if (invalidatedAt.get(EVERYTHING) - moment >= 0) {
            return true;
        }
        for (int slot : slots) {
            if (invalidatedAt.get(slot) - moment >= 0) {
                return true;
            }
        }
        return false;
    }
}
