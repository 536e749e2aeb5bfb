package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job that counts the live figures anew.
 *
 * @param messages of the topics, that are to be read
 * @param read of them so far
 * @param damaged messages that could not be digested, as the consumers could not
 * @param failure why it failed
 * @param figures what each figure was and is; empty before the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LiveRebuild")
public record RebuildView(
        UUID id,
        State state,
        Instant startedAt,
        @Schema(examples = "administrator") String startedBy,
        @Nullable Instant endedAt,
        @Schema(examples = "120000") long messages,
        @Schema(examples = "120000") long read,
        @Schema(examples = "0") long damaged,
        @Nullable Failure failure,
        List<RebuiltFigure> figures) {

    /** How far it has come. */
    @Schema(name = "LiveRebuildState")
    public enum State {
        RUNNING,
        /** What it counted is shown now. */
        DONE,
        /** All is as it was before. */
        FAILED
    }

    /** Why it failed. */
    @Schema(name = "LiveRebuildFailure")
    public enum Failure {
        /** The topics do not reach back to their beginning; what was deleted from them would be lost. */
        HISTORY_DELETED,
        /** Its process ended before it did. */
        ABANDONED,
        /** Broker or database failed; the log says how. */
        INTERRUPTED
    }

    /** What a rebuild changed of a figure. Of one that is no rate numerator and denominator are both the count. */
    @Schema(name = "RebuiltLiveFigure")
    public record RebuiltFigure(IndicatorCode code, Tally before, Tally after, Tally difference) {}
}
