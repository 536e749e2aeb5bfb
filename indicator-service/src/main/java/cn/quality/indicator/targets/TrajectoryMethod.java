package cn.quality.indicator.targets;

/** How a value is expected to go from the baseline to the target. */
public enum TrajectoryMethod {
    /** A straight line over time; the default. */
    LINEAR,
    /** In steps: what the plan names for a year holds from the end of that year on. */
    STEP,
    /** By the same factor each year. */
    COMPOUND
}
