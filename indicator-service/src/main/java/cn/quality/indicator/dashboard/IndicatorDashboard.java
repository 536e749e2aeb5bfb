package cn.quality.indicator.dashboard;

import cn.quality.indicator.area.AreaView;
import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.catalogue.IndicatorView;
import cn.quality.indicator.observation.ObservationView;
import cn.quality.indicator.progress.ProgressState;
import cn.quality.indicator.progress.ProgressView;
import cn.quality.indicator.targets.TargetView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A page about an indicator, with the series of an area.
 *
 * @param indicator with its quotations, and its live figure unless the page is about the past
 * @param states how many targets are in which state
 * @param targets of all plans, each with its baseline, its figure and the passages that say so
 * @param progress of each target in its own area, with a forecast, in the order of the targets
 * @param series the area's published figures by definition, frequency and period, each with the mark of its revision
 * @param areas the newest published figure of each area
 */
record IndicatorDashboard(
        IndicatorView indicator,
        List<DefinitionView> definitions,
        AreaView area,
        LocalDate date,
        Map<ProgressState, Integer> states,
        List<TargetView> targets,
        List<ProgressView> progress,
        List<ObservationView> series,
        List<ObservationView> areas,
        List<ConflictLine> conflicts) {}
