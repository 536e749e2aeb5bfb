package cn.quality.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The parts behind the gateway and the limits of the connections to them. */
@ConfigMapping(prefix = "gateway")
interface UpstreamConfig {

    /** Base URL of each service, without a path, by its name. */
    Map<String, URI> upstreams();

    Pool pool();

    /** Connections to each service. */
    interface Pool {

        @WithDefault("128")
        int connections();

        /** Requests that may wait for a connection; one more is answered 503 at once. */
        @WithDefault("512")
        int waiting();

        /** How long a connection may take to be made, or to come free. */
        @WithDefault("2s")
        Duration connectTimeout();
    }
}
