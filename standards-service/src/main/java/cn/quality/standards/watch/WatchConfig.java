package cn.quality.standards.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be watched, and how often it is looked at. */
@ConfigMapping(prefix = "quality.watch")
interface WatchConfig {

    /** Lists of one owner. */
    @WithDefault("20")
    int lists();

    /** Numbers on one list. */
    @WithDefault("1000")
    int numbers();

    /** How often changes of the catalogue, and the calendar, are looked at; {@code off} for never. */
    @WithDefault("30s")
    String check();

    /** How long after the start this is first done. */
    @WithDefault("30s")
    String checkAfter();
}
