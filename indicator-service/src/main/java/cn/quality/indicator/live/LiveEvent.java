package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.live.RebuildView.RebuiltFigure;
import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to live figures besides their being counted. */
public sealed interface LiveEvent {

    String TOPIC = "quality.indicator.live";

    OutboundEvent outbound();

    /** They were counted anew. */
    record Rebuilt(UUID rebuildId, List<RebuiltFigure> figures) implements LiveEvent {
        @Override
        public OutboundEvent outbound() {
            return new OutboundEvent(TOPIC, "cn.quality.indicator.live.rebuilt.v1", rebuildId.toString(), 1, this);
        }
    }

    /** A review froze one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Frozen(
            UUID freezeId,
            IndicatorCode figure,
            String period,
            @Nullable BigDecimal value,
            @Nullable Long numerator,
            @Nullable Long denominator,
            String status,
            @Nullable Instant asOf,
            Instant frozenAt)
            implements LiveEvent {
        @Override
        public OutboundEvent outbound() {
            return new OutboundEvent(TOPIC, "cn.quality.indicator.live.frozen.v1", freezeId.toString(), 1, this);
        }
    }
}
