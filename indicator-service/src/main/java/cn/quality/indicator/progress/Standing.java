package cn.quality.indicator.progress;

import cn.quality.indicator.observation.ObservationView;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a target stands.
 *
 * @param view all that is said about it; made only when it is read, for a page counts many more states than it shows
 * @param latest the newest published figure up to the day and the target date, with the mark of its revision; it may be too
 *     old to be judged
 */
public record Standing(
        TargetInArea place,
        ProgressState state,
        Supplier<ProgressView> view,
        @Nullable ObservationView latest) {

    public ProgressView progress() {
        return view.get();
    }
}
