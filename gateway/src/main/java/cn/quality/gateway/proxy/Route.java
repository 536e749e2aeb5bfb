package cn.quality.gateway.proxy;

import cn.quality.gateway.identity.Audience;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** One prefix of addresses, and what holds for all below it. */
public interface Route {

    /** For example {@code /api/credit/v1}; covers itself and everything below it. */
    String prefix();

    /** Name of the service under {@code gateway.upstreams}. */
    String upstream();

    /** Who may come. */
    @WithDefault("public")
    Audience audience();

    /** Name of the limits its callers share, under {@code gateway.limits.classes}. */
    @WithDefault("standard")
    String limitClass();

    /** Which of its responses may be cached. */
    @WithDefault("none")
    CachePolicy cache();

    /** The longest until a response begins, and between two parts of it. */
    @WithDefault("30s")
    Duration timeout();

    /** Largest body, announced or not. */
    @WithDefault("2M")
    MemorySize bodyLimit();
}
