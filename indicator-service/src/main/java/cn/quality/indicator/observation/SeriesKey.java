package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;

/**
 * What is observed, period after period.
 *
 * @param definition version of the indicator's definition: figures counted in two ways are two series
 */
public record SeriesKey(IndicatorCode indicator, int definition, AreaCode area, Frequency frequency) {}
