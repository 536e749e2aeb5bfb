package cn.quality.gateway.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is written about requests. Where the log lies and how long it is retained: {@code quarkus.log.handler.file."access"}. */
@ConfigMapping(prefix = "gateway.operations")
interface OperationsConfig {

    /** How much of a caller's address is written. */
    @WithDefault("network")
    AddressDetail addresses();

    /** Clients with a series of their own in the metrics; later ones share one. */
    @WithDefault("200")
    int clients();

    /** How much of an address. */
    enum AddressDetail {
        /** The network: /24 of IPv4, /48 of IPv6. */
        NETWORK,
        /** A digest with a key that is lost when the gateway stops: distinguishes callers, names none. */
        DIGEST,
        NOTHING
    }
}
