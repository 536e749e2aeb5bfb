package cn.quality.indicator.formula;

/** What a missing figure of an input means. */
public enum MissingRule {
    /** The result is missing too. */
    MISSING,
    /** It counts as zero. */
    ZERO,
    /** A sum is made without it; in an index the weights of the others stand for the whole. */
    LEAVE_OUT
}
