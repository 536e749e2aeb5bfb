package cn.quality.indicator.warning;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.targets.TargetId;
import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a warning, for other systems. Of a warning that stands on figures nobody has published there is none: that
 * it exists would tell what they are.
 *
 * @param sequence version of the warning after it
 * @param warning none as long as it is not for others
 */
record WarningEvent(Kind kind, long sequence, Optional<Snapshot> warning) {

    static final String TOPIC = "quality.indicator.warning";

    enum Kind {
        RAISED("raised"),
        MOVED("moved"),
        ESCALATED("escalated"),
        WITHDRAWN("withdrawn");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        String type() {
            return "cn.quality.indicator.warning." + name + ".v1";
        }
    }

    /**
     * What other systems may know of it.
     *
     * @param department that is late in reporting
     * @param evidence by the published figures
     * @param due last day of whatever comes next
     * @param escalatedOn when it became the city's, for it was not done in time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            UUID warningId,
            Cause cause,
            @Nullable IndicatorCode indicator,
            @Nullable TargetId target,
            AreaCode area,
            @Nullable String department,
            Period period,
            WarningState state,
            Evidence evidence,
            @Nullable LocalDate due,
            @Nullable LocalDate escalatedOn) {}

    Optional<OutboundEvent> outbound() {
        return warning.map(snapshot ->
                new OutboundEvent(TOPIC, kind.type(), snapshot.warningId().toString(), sequence, snapshot));
    }
}
