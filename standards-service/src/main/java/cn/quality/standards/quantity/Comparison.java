package cn.quality.standards.quantity;

/** How a promise stands to what a standard demands, the worst first. */
public enum Comparison {
    /** Something may keep the promise and fail the demand. */
    LOWER,
    /** No machine can tell; whoever promises has to say. */
    NOT_COMPARABLE,
    /** Whatever keeps the promise meets the demand. */
    MET
}
