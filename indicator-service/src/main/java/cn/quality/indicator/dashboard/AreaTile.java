package cn.quality.indicator.dashboard;

import cn.quality.indicator.area.AreaView;
import cn.quality.indicator.assessment.GradeView;
import cn.quality.indicator.progress.ProgressState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An area within the one the page is about.
 *
 * @param states how the same targets stand there
 * @param assessment absent where no result is published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AreaTile(
        AreaView area,
        Map<ProgressState, Integer> states,
        @Nullable GradeView assessment) {}
