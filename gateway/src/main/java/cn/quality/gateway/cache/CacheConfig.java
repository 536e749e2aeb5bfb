package cn.quality.gateway.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** What is cached for how long. A service's own {@code Cache-Control} is never exceeded, save when it is down. */
@ConfigMapping(prefix = "gateway.cache")
interface CacheConfig {

    /** All responses together. */
    @WithDefault("48M")
    MemorySize size();

    /** A larger response is relayed and not cached. */
    @WithDefault("1M")
    MemorySize largest();

    /**
     * How long after an event nothing it invalidated is cached again: by then the services that learn of it by the same event
     * have processed it.
     */
    @WithDefault("2s")
    Duration settling();

    /** The most that is granted of a service's {@code stale-while-revalidate}. */
    @WithDefault("30s")
    Duration staleWhileRevalidate();

    /** How old a response may be that is served, marked as stale, while its service fails. */
    @WithDefault("10m")
    Duration staleIfError();

    /** How old a response may be while no events arrive, which would invalidate it. */
    @WithDefault("30s")
    @WithName("blind")
    Duration maxAgeWithoutEvents();
}
