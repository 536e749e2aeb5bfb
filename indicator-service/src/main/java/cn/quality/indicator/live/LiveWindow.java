package cn.quality.indicator.live;

import java.time.LocalDate;

/**
 * The period that is looked at.
 *
 * @param name as observations write it: 2018, 2018-Q4
 * @param after the first day after it
 */
public record LiveWindow(String name, LocalDate first, LocalDate after) {

    static LiveWindow year(int year) {
        return new LiveWindow(String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }
}
