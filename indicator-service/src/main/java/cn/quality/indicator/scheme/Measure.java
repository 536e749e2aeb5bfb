package cn.quality.indicator.scheme;

/** How a figure that is held against limits is reported. */
public enum Measure {
    /** As one number. */
    VALUE,
    /** As numerator and denominator; the figure is their ratio in percent. */
    RATE
}
