package cn.quality.indicator.warning;

import cn.quality.indicator.progress.Limit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Between which values the true share lies in 95 of 100 cases, by Wilson's score interval: with p = k ÷ n, (p + z²/2n ±
 * z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n). Unlike the textbook's p ± z·√(p(1−p)/n) it holds for few cases and at 0 and 1, and
 * never leaves the range of a share.
 *
 * @param low lower end, in the unit of the rate
 * @param high upper end
 */
record WilsonInterval(BigDecimal low, BigDecimal high) {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** The 0.975 quantile of the normal distribution. */
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");

    private static final BigDecimal Z_SQUARED = Z.multiply(Z);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** What a rate says about a limit. */
    enum Verdict {
        OK,
        OFF,
        /** The limit lies inside the interval. */
        NOT_ENOUGH_DATA
    }

    /**
     * @param whole what the unit calls a share of one: 100 for a percentage
     * @return empty where there are no cases
     * @throws IllegalArgumentException for what is no part of a whole
     */
    static Optional<WilsonInterval> of(BigDecimal numerator, BigDecimal denominator, BigDecimal whole) {
        if (numerator.signum() < 0 || numerator.compareTo(denominator) > 0) {
            throw new IllegalArgumentException("%s is no part of %s".formatted(numerator, denominator));
        }
        if (denominator.signum() == 0) {
            return Optional.empty();
        }
        var share = numerator.divide(denominator, EXACT);
        var middle = share.add(Z_SQUARED.divide(TWO.multiply(denominator), EXACT), EXACT);
        var half = Z.multiply(
                share.multiply(BigDecimal.ONE.subtract(share), EXACT)
                        .divide(denominator, EXACT)
                        .add(Z_SQUARED.divide(FOUR.multiply(denominator).multiply(denominator), EXACT), EXACT)
                        .sqrt(EXACT),
                EXACT);
        var scale = BigDecimal.ONE.add(Z_SQUARED.divide(denominator, EXACT), EXACT);
        return Optional.of(new WilsonInterval(
                end(middle.subtract(half, EXACT), scale, whole), end(middle.add(half, EXACT), scale, whole)));
    }

    /** At 0 and 1 the arithmetic may miss the end by its last digit. */
    private static BigDecimal end(BigDecimal part, BigDecimal scale, BigDecimal whole) {
        return part.divide(scale, EXACT)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE)
                .multiply(whole, EXACT);
    }

    /** Compared unrounded; a limit at an end is still inside. */
    Verdict against(Limit limit) {
        if (low.compareTo(limit.value()) <= 0 && limit.value().compareTo(high) <= 0) {
            return Verdict.NOT_ENOUGH_DATA;
        }
        return limit.isKeptBy(low) ? Verdict.OK : Verdict.OFF;
    }
}
