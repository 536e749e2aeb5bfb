package cn.quality.gateway.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Limits that hold for every request. */
@ConfigMapping(prefix = "gateway.edge")
interface EdgeConfig {

    String HEAD_TIME = "10s";
    String RESPONSE_MEMORY = "32M";

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
     * Bytes of responses that are written and not yet taken by their callers, all together; while there are as many, requests
     * are refused with 503. Read by {@link ResponseMemory}.
     */
    @WithDefault(RESPONSE_MEMORY)
    MemorySize responseMemory();

    /** Bytes of bodies that are taken in before anything is done with them, all together; 503 for those beyond. */
    @WithDefault("16M")
    MemorySize bodyMemory();

    /** The longest that a form of a page, or a body for the own interface, may take to come in. */
    @WithDefault("30s")
    Duration formTime();

    /**
     * Whether {@code /q/…} (metrics) answers everybody. Otherwise it takes the {@link #operationsKey}: where a request comes from
     * proves nothing behind a proxy on the same machine. Health and the API document are open.
     */
    @WithDefault("false")
    boolean operationsOpen();

    /** The bearer token for {@code /q/…}; without one nobody has access. */
    Optional<String> operationsKey();
}
