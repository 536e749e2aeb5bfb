package cn.quality.indicator.round;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** How figures are checked and units are reminded. */
@ConfigMapping(prefix = "quality.round")
interface RoundConfig {

    /** A change is sudden beyond this many times the median of the changes before. */
    @WithDefault("3")
    BigDecimal suddenFactor();

    /** Figures a series must have before a change of it can be called sudden. */
    @WithDefault("5")
    int suddenPoints();

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
