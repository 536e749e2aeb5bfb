package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import java.time.LocalDate;

/**
 * The periods of a series, of any frequency, that had ended by a day.
 *
 * @param definition version of the indicator's definition
 * @param until the last day, inclusive
 */
public record EndedPeriods(IndicatorCode indicator, int definition, AreaCode area, LocalDate until) {}
