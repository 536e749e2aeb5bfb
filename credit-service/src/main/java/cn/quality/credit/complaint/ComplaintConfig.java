package cn.quality.credit.complaint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** How complaints are stored. Deadlines are not here: they are in the rule packs. */
@ConfigMapping(prefix = "quality.complaint")
interface ComplaintConfig {

    /** Two letters receipt numbers begin with. */
    @WithDefault("RZ")
    String city();

    /** Wrong secrets after which who tried them is refused for a while. */
    @WithDefault("10")
    int attempts();

    /** How long that lasts. */
    @WithDefault("15m")
    Duration pause();

    /** Evidence files of one complaint. */
    @WithDefault("10")
    int files();

    /** How long after its end a complaint retains the complainant and the story (ISO 8601 period). */
    @WithDefault("P3Y")
    Period retention();

    /** How often overdue work is counted and old complaints are anonymised; {@code off} for never. */
    @WithDefault("1m")
    String maintenance();

    /** How long after the start this is first done. */
    @WithDefault("30s")
    String maintenanceAfter();
}
