package cn.quality.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How users log in, and how long that lasts. */
@ConfigMapping(prefix = "gateway.session")
interface SessionConfig {

    /** The client of the identity service by which users log in; tokens for them are meant for it. */
    @WithDefault("gateway")
    String clientId();

    /** What the gateway proves to the identity service with that it is this client. */
    String clientSecret();

    /** A login that is not used for so long is over. */
    @WithDefault("30m")
    Duration idle();

    /** A login is over after this, used or not. */
    @WithDefault("10h")
    Duration lifetime();

    /** Where logins are stored. */
    @WithDefault("memory")
    Store store();

    /** Logins in memory at the same time; with one more, the one that was used least lately ends. */
    @WithDefault("10000")
    int most();

    /** The address browsers know the gateway by, when it is not the one their requests carry. */
    Optional<URI> publicUrl();

    /** Places for logins. */
    enum Store {
        /** In this gateway: logins end with it, and another gateway does not know them. */
        MEMORY,
        /** In the gateways' database, for several of them. */
        DATABASE
    }
}
