package cn.quality.standards.impact;

/** Where a job stands. */
enum ImpactJobState {
    /** For its turn, or for the day the standard ends. */
    WAITING,
    RUNNING,
    DONE
}
