package cn.quality.gateway.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How the parts are asked. */
@ConfigMapping(prefix = "gateway.health")
interface HealthConfig {

    /** The realm of the identity service; its discovery document shows whether it can issue tokens. */
    URI identity();

    /** What a part may take to answer. */
    @WithDefault("2s")
    Duration timeout();
}
