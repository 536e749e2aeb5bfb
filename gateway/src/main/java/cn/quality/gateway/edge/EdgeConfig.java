package cn.quality.gateway.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits that hold for every request. */
@ConfigMapping(prefix = "gateway.edge")
interface EdgeConfig {

    String HEAD_TIME = "10s";

    /** Characters of path and query together. */
    @WithDefault("8192")
    int maxAddress();

    /** Bytes of all header names and values together. The server's own, harder limit lies above it. */
    @WithDefault("16384")
    int maxHeaders();

    /**
     * From the first byte of a request to the end of its headers; after that the connection is closed. Between requests the
     * server's idle time counts. Read by {@link ConnectionInitializer}, which comes before all beans.
     */
    @WithDefault(HEAD_TIME)
    Duration headTime();

    /**
     * Whether {@code /q/…} (metrics, own health) answers everybody. Otherwise only a direct caller on this machine sees it.
     */
    @WithDefault("false")
    boolean operationsOpen();
}
