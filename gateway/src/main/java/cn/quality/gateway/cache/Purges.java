package cn.quality.gateway.cache;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * When each subject was last touched. Subjects share a fixed number of places, so that memory is bounded whatever events
 * arrive; two that meet in one place are touched together, which costs a fetch and nothing else.
 */
@Singleton
class Purges {

    /** The place everything has. */
    private static final int EVERYTHING = 0;

    private static final int PLACES = 1 << 16;

    private final LongSupplier clock;
    private final AtomicLongArray touched = new AtomicLongArray(PLACES);

    @Inject
    Purges() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds that never run backwards */
    Purges(LongSupplier clock) {
        this.clock = clock;
        var start = clock.getAsLong() - 1;
        for (int place = 0; place < PLACES; place++) {
            touched.set(place, start);
        }
    }

    static int place(String subject) {
        int hash = subject.hashCode() * 0x9E3779B9;
        return 1 + (hash >>> 16) % (PLACES - 1);
    }

    void touch(String subject) {
        touched.set(place(subject), clock.getAsLong());
    }

    void touchEverything() {
        touched.set(EVERYTHING, clock.getAsLong());
    }

    /**
     * Whether one of the places was touched at a moment or later.
     *
     * @param moment in the clock's nanoseconds
     */
    boolean since(long moment, int... places) {
        if (touched.get(EVERYTHING) - moment >= 0) {
            return true;
        }
        for (int place : places) {
            if (touched.get(place) - moment >= 0) {
                return true;
            }
        }
        return false;
    }
}
