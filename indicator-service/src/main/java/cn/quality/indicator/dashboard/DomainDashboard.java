package cn.quality.indicator.dashboard;

import cn.quality.indicator.area.AreaView;
import cn.quality.indicator.live.LiveFigureView;
import cn.quality.indicator.progress.ProgressState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page about a domain in an area.
 *
 * @param states how many targets are in which state
 * @param indicators all of the domain, also those without a target
 * @param targets of the area's own plans and of those of the areas above, each held against its figures
 * @param live figures of the domain that are counted from events; empty where the page is about the past
 */
record DomainDashboard(
        @Schema(examples = "product") String domain,
        AreaView area,
        LocalDate date,
        Map<ProgressState, Integer> states,
        List<IndicatorLine> indicators,
        List<TargetLine> targets,
        List<ConflictLine> conflicts,
        List<LiveFigureView> live) {}
