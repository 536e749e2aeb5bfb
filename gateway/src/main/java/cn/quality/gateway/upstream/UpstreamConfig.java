package cn.quality.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The parts behind the gateway and the limits of the connections to them. */
@ConfigMapping(prefix = "gateway")
interface UpstreamConfig {

    /** Base URLs of each service, without a path, by its name; several, with commas between, are instances of the same. */
    Map<String, List<URI>> upstreams();

    Pool pool();

    Probe probe();

    Breaker breaker();

    /** Connections to each instance, from each event loop; there are as many of those as cores. */
    interface Pool {

        @WithDefault("64")
        int connections();

        /** Requests that may wait for a connection; one more is answered 503 at once. */
        @WithDefault("256")
        int waiting();

        /** How long a connection may take to be made, or to come free. */
        @WithDefault("2s")
        Duration connectTimeout();
    }

    /** How the health of instances is checked, where a service has more than one. */
    interface Probe {

        @WithDefault("2s")
        Duration interval();

        @WithDefault("1s")
        Duration timeout();

        /** Answered 200 by an instance that is ready. */
        @WithDefault("/q/health/ready")
        String path();

        /** How long an instance that refuses connections is left out, the first time; each further time twice as long. */
        @WithDefault("1s")
        Duration pause();

        /** The longest it is left out. */
        @WithDefault("30s")
        Duration longestPause();
    }

    /** When the circuit of a service opens. Requests without a response count; a refusal, however grave, is a response. */
    interface Breaker {

        /** How many of the latest requests count. */
        @WithDefault("40")
        int requests();

        /** Hundredths of them that have to fail. */
        @WithDefault("50")
        int failures();

        /** How long the circuit is open before one request tries again. */
        @WithDefault("5s")
        Duration pause();
    }
}
