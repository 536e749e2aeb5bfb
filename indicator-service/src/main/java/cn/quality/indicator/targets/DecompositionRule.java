package cn.quality.indicator.targets;

/** How the parts of a target make the whole. */
public enum DecompositionRule {
    /** The figures of the areas add up to the target's, and those of the departments do; for counts alone. */
    SUM,
    /** Every unit keeps it for itself: rates, floors, zero. */
    EACH
}
