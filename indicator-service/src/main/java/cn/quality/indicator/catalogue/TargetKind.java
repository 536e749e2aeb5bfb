package cn.quality.indicator.catalogue;

/** How it is judged whether a target is kept. */
public enum TargetKind {
    /** A value on a trajectory from the baseline: 93.2 → 97. */
    REACH,
    /** A floor that must not be broken: 98 → 98. */
    MAINTAIN,
    /** No event of the kind: any one is off track. */
    ZERO,
    /** Done or not done by a date. */
    MILESTONE,
    /** A position on an ordered scale: 比较满意. */
    ORDINAL,
    /** A direction without a number: 投诉率显著降低. It is shown and not judged. */
    DIRECTION,
    /** No target: a baseline, or background. */
    CONTEXT
}
