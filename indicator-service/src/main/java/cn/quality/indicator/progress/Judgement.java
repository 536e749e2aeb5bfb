package cn.quality.indicator.progress;

import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a target, and why.
 *
 * @param expected where the trajectory is at the end of the figure's period
 * @param share of the gain expected by then; for a falling target of the fall
 * @param gained share of the whole way from baseline to target
 * @param words the reason; written only when it is read, for a page counts many more states than it explains
 */
record Judgement(
        ProgressState state,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal share,
        @Nullable BigDecimal gained,
        Supplier<Text> words) {

    static Judgement of(ProgressState state, Supplier<Text> words) {
        return new Judgement(state, null, null, null, words);
    }

    Text reason() {
        return words.get();
    }
}
