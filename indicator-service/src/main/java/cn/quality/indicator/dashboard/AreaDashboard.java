package cn.quality.indicator.dashboard;

import cn.quality.indicator.area.AreaView;
import cn.quality.indicator.assessment.GradeView;
import cn.quality.indicator.live.LiveFigureView;
import cn.quality.indicator.progress.ProgressState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page about an area: the city, a county or a zone.
 *
 * @param above what it lies in, the nearest first
 * @param states how many targets are in which state
 * @param targets of its own plans and of those of the areas above, each held against its own figures
 * @param children the areas directly in it
 * @param live figures counted from events, of the city alone; empty where the page is about the past
 * @param assessment absent where no result is published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AreaDashboard(
        AreaView area,
        List<AreaView> above,
        LocalDate date,
        Map<ProgressState, Integer> states,
        List<DomainTile> domains,
        List<TargetLine> targets,
        List<ConflictLine> conflicts,
        List<AreaTile> children,
        List<LiveFigureView> live,
        @Nullable GradeView assessment) {}
