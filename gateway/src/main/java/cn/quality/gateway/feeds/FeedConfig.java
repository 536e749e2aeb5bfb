package cn.quality.gateway.feeds;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The stream of events. */
@ConfigMapping(prefix = "gateway.feeds")
interface FeedConfig {

    /** What is stored for clients that come back, and for slow ones; one memory for all. */
    @WithDefault("16M")
    MemorySize memory();

    /** How far back the memory reaches after a start. */
    @WithDefault("15m")
    Duration lookBack();

    /** A client that comes back receives again what came this long before the last it has: brokers' clocks differ. */
    @WithDefault("5s")
    Duration overlap();

    /** How often a line without meaning is sent; a client that has not taken it by the next is cut off. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Streams at once. */
    @WithDefault("12000")
    int streams();
}
