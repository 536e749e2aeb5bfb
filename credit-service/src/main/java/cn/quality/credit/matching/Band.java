package cn.quality.credit.matching;

import java.math.BigDecimal;

/** What a score means for the person who has to act on it. */
public enum Band {
    /** 0.95 and more. */
    MATCH,
    /** From 0.70: somebody should look. */
    REVIEW,
    NONE,
    /** No score: there was nothing to compare. */
    INVALID;

    private static final BigDecimal MATCH_FROM = new BigDecimal("0.95");
    private static final BigDecimal REVIEW_FROM = new BigDecimal("0.70");

    public static Band of(BigDecimal score) {
        if (score.compareTo(MATCH_FROM) >= 0) {
            return MATCH;
        }
        return score.compareTo(REVIEW_FROM) >= 0 ? REVIEW : NONE;
    }
}
