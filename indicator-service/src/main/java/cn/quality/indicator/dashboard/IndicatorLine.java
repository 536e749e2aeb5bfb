package cn.quality.indicator.dashboard;

import cn.quality.indicator.catalogue.IndicatorSummary;
import cn.quality.indicator.observation.ObservationView;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An indicator on a page, with a target or without.
 *
 * @param latest its newest published figure, of whichever definition
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorLine(IndicatorSummary indicator, @Nullable ObservationView latest) {}
