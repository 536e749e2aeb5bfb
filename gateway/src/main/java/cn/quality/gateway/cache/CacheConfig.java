package cn.quality.gateway.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is kept for how long. A service's own {@code Cache-Control} is never exceeded, save when it is down. */
@ConfigMapping(prefix = "gateway.cache")
interface CacheConfig {

    /** All answers together. */
    @WithDefault("48M")
    MemorySize size();

    /** A larger answer is passed through and not kept. */
    @WithDefault("1M")
    MemorySize largest();

    /**
     * How long after an event nothing it touched is kept: by then the services that learn of it by the same event have
     * taken it in.
     */
    @WithDefault("2s")
    Duration settling();

    /** The most that is granted of a service's {@code stale-while-revalidate}. */
    @WithDefault("30s")
    Duration staleWhileRevalidate();

    /** How old an answer may be that is given, marked, while its service fails. */
    @WithDefault("10m")
    Duration staleIfError();

    /** How old an answer may be while no events arrive, and so nobody would tell that it is over. */
    @WithDefault("30s")
    Duration blind();
}
