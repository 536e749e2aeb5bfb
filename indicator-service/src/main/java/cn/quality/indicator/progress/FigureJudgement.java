package cn.quality.indicator.progress;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.catalogue.DefinitionView;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How one figure stands to a target on the day after its period; nothing in it is rounded.
 *
 * @param expected where the trajectory is at the end of the period; absent without one
 * @param border what divides off track from at risk, or kept from missed; absent for what has no number
 * @param reason why the state is what it is
 * @param definition what is counted
 */
public record FigureJudgement(
        ProgressState state,
        @Nullable BigDecimal expected,
        @Nullable Limit border,
        BilingualText reason,
        DefinitionView definition) {

    public boolean isOff() {
        return state == ProgressState.OFF_TRACK || state == ProgressState.MISSED;
    }
}
