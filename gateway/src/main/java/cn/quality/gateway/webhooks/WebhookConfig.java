package cn.quality.gateway.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How other systems are notified. */
@ConfigMapping(prefix = "gateway.webhooks")
interface WebhookConfig {

    /** The name by which a receiver knows this sender in the handshake. */
    @WithDefault("quality-suite")
    String origin();

    /**
     * Address of {@code /api/v1/webhooks} as receivers reach it. With it a receiver may give its permission later; without it,
     * only in its answer to the handshake.
     */
    Optional<URI> callback();

    /** Deliveries a minute that are asked for. */
    @WithDefault("6000")
    int requestRate();

    /** Ports of public receivers. */
    @WithDefault("443,8443")
    Set<Integer> ports();

    /**
     * Addresses inside that receivers may have although they are not public, as ranges ({@code 10.20.0.0/16}). There, plain
     * http and every port will do.
     */
    Optional<List<String>> internal();

    /** Certificates (PEM) of authorities to trust instead of the JVM's, for receivers inside. */
    Optional<List<Path>> trust();

    /** Webhooks one client may have. */
    @WithDefault("50")
    int perClient();

    /** How long a delivery is tried before it is dead. */
    @WithDefault("3d")
    Duration patience();

    /** How long events and the log of deliveries are retained. */
    @WithDefault("30d")
    Duration retention();

    /** How long a former secret goes on signing after a rotation. */
    @WithDefault("24h")
    Duration overlap();

    /** How long a receiver may take to respond. */
    @WithDefault("10s")
    Duration timeout();

    /** Deliveries in flight to one webhook, at most. */
    @WithDefault("64")
    int perWebhook();

    /** Deliveries in flight altogether, at most. */
    @WithDefault("512")
    int altogether();

    /** After this a delivery whose result was not recorded is taken again. */
    @WithDefault("2m")
    Duration lease();

    /** How often to look for what became due, or was queued elsewhere. */
    @WithDefault("200ms")
    Duration poll();

    /** Off in gateways that only take subscriptions. */
    @WithDefault("true")
    boolean dispatch();
}
