package cn.quality.gateway.proxy;

import cn.quality.gateway.cache.Caching;
import cn.quality.gateway.identity.Audience;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What is passed on, to whom, and within which limits. */
@ConfigMapping(prefix = "gateway")
interface ProxyConfig {

    /** Routes by a name that only logs and metrics use. The longest prefix that fits a request wins. */
    Map<String, Route> routes();

    /** One prefix of addresses. */
    interface Route {

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

        /** What may be kept of its answers. */
        @WithDefault("none")
        Caching cache();

        /** The longest the service may stay silent. */
        @WithDefault("30s")
        Duration timeout();

        /** Largest body, announced or not. */
        @WithDefault("2M")
        MemorySize bodyLimit();
    }
}
