package cn.quality.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class Gateway {

    /**
     * Quarkus answers an address that is no URI (a raw backslash, say) with an empty 400 before any filter runs. We refuse
     * those ourselves, with a problem; Quarkus reads this when its HTTP layer is loaded, so it has to be set first.
     */
    private static final String LEAVE_ADDRESSES_TO_US = "vertx.disableURIValidation";

    /** Netty looks for {@link cn.quality.gateway.edge.ConnectionInitializer} only with this set, before its first server. */
    private static final String LOOK_FOR_EXTENSIONS = "io.netty.bootstrap.extensions";

    private Gateway() {}

    public static void main(String... args) {
        System.setProperty(LEAVE_ADDRESSES_TO_US, "true");
        System.setProperty(LOOK_FOR_EXTENSIONS, "serviceload");
        Quarkus.run(args);
    }
}
