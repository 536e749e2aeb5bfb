package cn.quality.indicator.catalogue;

/** On which side of the target the promise is kept. */
public enum Direction {
    AT_LEAST,
    EXACTLY,
    /** Nothing is promised. */
    NONE
}
