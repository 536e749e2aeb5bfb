package cn.quality.indicator.dashboard;

import cn.quality.indicator.catalogue.IndicatorSummary;
import cn.quality.indicator.observation.ObservationView;
import cn.quality.indicator.progress.ProgressView;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A target on a page.
 *
 * @param latest the newest published figure up to the day and the target date, with the mark of its revision; it may be too
 *     old to be judged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TargetLine(
        IndicatorSummary indicator,
        ProgressView progress,
        @Nullable ObservationView latest) {}
