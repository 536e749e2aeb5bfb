package cn.quality.indicator.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures are written so that a reader sees what was compared. */
public final class Digits {

    private Digits() {}

    /**
     * As many digits as tell a value from its limit: 96.96 against 97 is 96.96 and not 97.0. What is equal is written with
     * the usual decimals.
     *
     * @param decimals the usual ones
     */
    public static String telling(BigDecimal value, BigDecimal limit, int decimals) {
        int most = Math.max(decimals, value.scale());
        int shown = decimals;
        while (shown < most
                && value.compareTo(limit) != 0
                && rounded(value, shown).compareTo(limit) == 0) {
            shown++;
        }
        return plain(rounded(value, shown));
    }

    /** Without zeros behind that say nothing. */
    public static String plain(BigDecimal value) {
        var bare = value.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
