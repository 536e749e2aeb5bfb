package cn.quality.standards.feedback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** How reports are stored. */
@ConfigMapping(prefix = "quality.feedback")
interface FeedbackConfig {

    /** How long after its end a report retains what somebody wrote, and the contact (ISO 8601 period). */
    @WithDefault("P6M")
    Period retention();

    /** How often that is looked at; {@code off} for never. */
    @WithDefault("1h")
    String maintenance();

    /** How long after the start this is first done. */
    @WithDefault("30s")
    String maintenanceAfter();
}
