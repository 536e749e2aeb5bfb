package cn.quality.indicator.catalogue;

/** On which side of the target the promise is kept. */
public enum Direction {
    AT_LEAST,
    /** What is to fall: 投诉率. */
    AT_MOST,
    EXACTLY,
    /** Nothing is promised. */
    NONE
}
