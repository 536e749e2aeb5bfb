package cn.quality.indicator.observation;

import java.util.List;

/**
 * Figures that come together: all of them are stored, or none.
 *
 * @param lines in the order they came
 * @param skipped rows of a sheet that say nothing
 */
public record Report(List<Line> lines, long skipped) {

    /** @param place where a refusal points to: {@code observations[3]} of a body, {@code rows[5]} of a sheet */
    public record Line(String place, NewObservation item) {}
}
