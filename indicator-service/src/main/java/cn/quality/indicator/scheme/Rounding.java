package cn.quality.indicator.scheme;

/** How a score is rounded, once, at its end. Declared, because the published bands leave gaps: 89.5 is in none of them. */
public enum Rounding {
    /** GB/T 8170: half to the even neighbour. */
    HALF_EVEN
}
