package cn.quality.credit.matching;

import java.math.BigDecimal;

/** What a score means for the person who has to act on it. */
public enum Band {
    /** 0.95 and more. */
    MATCH("0.95"),
    /** From 0.70: somebody should look. */
    REVIEW("0.70"),
    NONE("0");

    private final BigDecimal from;

    Band(String from) {
        this.from = new BigDecimal(from);
    }

    public static Band of(BigDecimal score) {
        if (score.compareTo(MATCH.from) >= 0) {
            return MATCH;
        }
        return score.compareTo(REVIEW.from) >= 0 ? REVIEW : NONE;
    }
}
