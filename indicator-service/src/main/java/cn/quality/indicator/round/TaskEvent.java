package cn.quality.indicator.round;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.platform.outbox.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a task. Figures are in none of these: they are read as observations, once they are public. */
sealed interface TaskEvent {

    String TOPIC = "quality.indicator.round";

    default Optional<OutboundEvent> outbound() {
        return Optional.empty();
    }

    /** It goes on inside the office; it is not published. */
    record Inside() implements TaskEvent {}

    record Opened(long sequence, Snapshot task) implements TaskEvent {
        @Override
        public Optional<OutboundEvent> outbound() {
            return Optional.of(task.event("cn.quality.indicator.round.opened.v1", sequence));
        }
    }

    /** Anything after that; the snapshot's state tells what. */
    record Moved(long sequence, Snapshot task) implements TaskEvent {
        @Override
        public Optional<OutboundEvent> outbound() {
            return Optional.of(task.event("cn.quality.indicator.round.moved.v1", sequence));
        }
    }

    /**
     * What other systems may know of a task.
     *
     * @param corrects the published task that it corrects
     * @param indicators how many figures it asks for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshot(
            UUID taskId,
            UUID roundId,
            String title,
            Period period,
            AreaCode area,
            @Nullable String department,
            TaskState state,
            LocalDate due,
            int indicators,
            @Nullable UUID corrects) {

        private OutboundEvent event(String type, long sequence) {
            return new OutboundEvent(TOPIC, type, taskId.toString(), sequence, this);
        }
    }
}
