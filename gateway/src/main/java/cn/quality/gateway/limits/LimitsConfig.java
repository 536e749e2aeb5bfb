package cn.quality.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
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

    /** Bodies of one caller that are being taken in at one time; 429 for one more. */
    @WithDefault("64")
    int bodiesPerCaller();

    /**
     * Bodies that are too large to be taken in and stream to a service, at one time, and as many responses that wait for their
     * callers to read; above it 503 at once, or the response is cut off. Well below {@code gateway.pool.connections}.
     */
    @WithDefault("48")
    int streams();

    /** Of either one caller's. */
    @WithDefault("16")
    int streamsPerCaller();

    /** A caller who takes nothing of a response for so long is waited for. */
    @WithDefault("5s")
    Duration stall();

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
