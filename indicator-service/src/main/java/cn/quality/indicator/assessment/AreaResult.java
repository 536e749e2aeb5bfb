package cn.quality.indicator.assessment;

import cn.quality.indicator.scheme.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What came of an area.
 *
 * @param total points, unrounded; none when not one indicator applies
 * @param score the total, rounded once as the scheme declares
 * @param grade the band of the score, or of a veto where that is worse
 * @param rank equal grades and scores share one: 1, 1, 3
 * @param vetoes rows with an event
 * @param notReported rows without an entry, a bonus left aside
 * @param reported rows with an entry, likewise
 * @param applicable rows that should have one, likewise
 */
record AreaResult(
        String area,
        Optional<Fraction> total,
        Optional<BigDecimal> score,
        Optional<String> grade,
        Optional<Integer> rank,
        List<String> vetoes,
        List<String> notReported,
        int reported,
        int applicable) {

    AreaResult ranked(int place) {
        return new AreaResult(area, total, score, grade, Optional.of(place), vetoes, notReported, reported, applicable);
    }
}
