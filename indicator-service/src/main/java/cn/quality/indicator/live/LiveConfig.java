package cn.quality.indicator.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What of a source belongs to this city, and how rebuilds are done. */
@ConfigMapping(prefix = "quality.live")
interface LiveConfig {

    /**
     * Codes of the bodies of this city that issue group standards ({@code RZEX} of {@code T/RZEX 001-2026}). Without any,
     * STD_GROUP_Q has no value. A change takes effect for standards told of from then on; a rebuild applies it to all.
     */
    Optional<Set<String>> groupIssuers();

    /** A rebuild that has not advanced for so long has died with its process, and another may begin. */
    @WithDefault("5m")
    Duration rebuildLease();
}
