package cn.quality.gateway.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits that hold for every request. */
@ConfigMapping(prefix = "gateway.edge")
interface EdgeConfig {

    /** Characters of path and query together. */
    @WithDefault("8192")
    int maxAddress();

    /** Bytes of all header names and values together. The server's own, harder limit lies above it. */
    @WithDefault("16384")
    int maxHeaders();

    /**
     * Whether {@code /q/…} (metrics, own health) answers everybody. Otherwise only a direct caller on this machine sees it.
     */
    @WithDefault("false")
    boolean operationsOpen();
}
