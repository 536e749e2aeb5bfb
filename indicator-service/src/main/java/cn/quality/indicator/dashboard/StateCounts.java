package cn.quality.indicator.dashboard;

import cn.quality.indicator.progress.ProgressState;
import cn.quality.indicator.progress.ProgressView;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many targets are in which state. */
final class StateCounts {

    private StateCounts() {}

    /** Every state is there, with zero where no target is in it. */
    static Map<ProgressState, Integer> of(Collection<ProgressView> targets) {
        var counts = new EnumMap<ProgressState, Integer>(ProgressState.class);
        for (var state : ProgressState.values()) {
            counts.put(state, 0);
        }
        targets.forEach(target -> counts.merge(target.state(), 1, Integer::sum));
        return counts;
    }
}
