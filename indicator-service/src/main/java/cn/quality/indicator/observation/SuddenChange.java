package cn.quality.indicator.observation;

import cn.quality.indicator.observation.SuddenChangeLimits.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A change of a series far beyond those it made before: beyond a multiple of the median of its absolute changes.
 *
 * @param before the figure before
 * @param by how much the new one differs
 * @param limit up to which it would have been usual
 * @param factor how many times the median that is
 */
public record SuddenChange(BigDecimal before, BigDecimal by, BigDecimal limit, BigDecimal factor) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** @param history the earliest first */
    public static Optional<SuddenChange> of(List<BigDecimal> history, BigDecimal now, Limits limits) {
        if (history.size() < Math.max(limits.points(), 2)) {
            return Optional.empty();
        }
        var before = history.getLast();
        var by = now.subtract(before).abs();
        var limit = median(history).multiply(limits.factor());
        return by.compareTo(limit) > 0
                ? Optional.of(new SuddenChange(before, by, limit, limits.factor()))
                : Optional.empty();
    }

    private static BigDecimal median(List<BigDecimal> history) {
        var changes = IntStream.range(1, history.size())
                .mapToObj(i -> history.get(i).subtract(history.get(i - 1)).abs())
                .sorted()
                .toList();
        int middle = changes.size() / 2;
        // A half is exact in decimals.
        return changes.size() % 2 == 1
                ? changes.get(middle)
                : changes.get(middle - 1).add(changes.get(middle)).divide(TWO);
    }
}
