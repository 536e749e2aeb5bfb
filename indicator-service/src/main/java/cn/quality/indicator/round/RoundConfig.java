package cn.quality.indicator.round;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How units are reminded. */
@ConfigMapping(prefix = "quality.round")
interface RoundConfig {

    /** Days before the deadline on which a unit is first reminded; 0 for its last day. */
    @WithDefault("3")
    int reminderDays();

    /** How often it is looked who is to be reminded; {@code off} for never. Each task is reminded once a day. */
    @WithDefault("1h")
    String reminders();

    /** How long after the start this is first done. */
    @WithDefault("30s")
    String remindersAfter();
}
