package cn.quality.indicator.dashboard;

import cn.quality.indicator.progress.ProgressState;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many targets are in which state. */
final class StateCounts {

    private StateCounts() {}

    /** Every state is there, with zero where no target is in it. */
    static Map<ProgressState, Integer> of(Stream<ProgressState> targets) {
        var counts = new EnumMap<ProgressState, Integer>(ProgressState.class);
        for (var state : ProgressState.values()) {
            counts.put(state, 0);
        }
        targets.forEach(state -> counts.merge(state, 1, Integer::sum));
        return counts;
    }
}
