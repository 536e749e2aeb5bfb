package cn.quality.gateway.edge;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that are held because callers are slow, of all connections together: counted, and refused beyond a bound. */
public final class TransferMemory {

    private final long bound;
    private final AtomicLong held = new AtomicLong();

    /** @param bound bytes */
    public TransferMemory(long bound) {
        this.bound = bound;
    }

    public void add(long bytes) {
        held.addAndGet(bytes);
    }

    public void remove(long bytes) {
        held.addAndGet(-bytes);
    }

    public long held() {
        return held.get();
    }

    /** Nothing more may be begun. */
    public boolean full() {
        return held.get() >= bound;
    }

    /** From here on patience with slow callers is short. */
    boolean scarce() {
        return held.get() >= bound / 2;
    }
}
