package cn.quality.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How many requests are permitted. */
@ConfigMapping(prefix = "gateway.limits")
interface LimitsConfig {

    /** By the name that routes use. */
    Map<String, LimitClass> classes();

    /** Whether several gateways count together, in their database. Otherwise each counts for itself. */
    @WithDefault("false")
    boolean shared();

    /** Callers whose requests are counted at most; one that is dropped begins anew. */
    @WithDefault("50000")
    int callers();

    /** Requests under way to the services at one time; above it 503 at once. */
    @WithDefault("256")
    int inFlight();

    /** Requests a minute, that is also as many at once after a quiet minute. */
    interface LimitClass {

        /** From one address (of IPv6 one /64) without a credential. */
        @WithDefault("6000")
        long anonymous();

        /** Of one system or one user. */
        @WithDefault("60000")
        long known();
    }
}
