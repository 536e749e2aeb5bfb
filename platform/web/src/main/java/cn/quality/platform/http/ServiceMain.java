package cn.quality.platform.http;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts a service; {@code quarkus.package.main-class} names it. */
@QuarkusMain(name = "service")
public final class ServiceMain {

    /**
     * Quarkus answers an address that is no URI ({@code ?queries=%}, say) with an empty 400 before any filter runs. It is
     * refused with a problem instead, see {@link ProblemMapper}; Quarkus reads this when its HTTP layer is loaded, so it has
     * to be set first.
     */
    private static final String LEAVE_ADDRESSES_TO_US = "vertx.disableURIValidation";

    private ServiceMain() {}

    public static void main(String... args) {
        System.setProperty(LEAVE_ADDRESSES_TO_US, "true");
        Quarkus.run(args);
    }
}
