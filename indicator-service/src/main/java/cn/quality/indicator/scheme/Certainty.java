package cn.quality.indicator.scheme;

/** How certain it is that a rule is what its source says. */
public enum Certainty {
    /** Read in the text. */
    T,
    /** Read in a digest of the text. */
    D,
    /** Unverified: the rule of a sample, or of memory. */
    U
}
