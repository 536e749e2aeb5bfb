package cn.quality.standards.suite;

import cn.quality.platform.identifiers.FictionalCodes;
import java.util.concurrent.atomic.AtomicInteger;

/** Enterprises that cannot exist. */
public final class Fictional {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Fictional() {}

    /** A valid code that no other test of this JVM uses. */
    public static String uscc() {
        return FictionalCodes.fictional(NEXT.getAndIncrement());
    }
}
