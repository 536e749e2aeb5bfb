package cn.quality.indicator.formula;

/** How the inputs make the result. */
public enum FormulaForm {
    /** Numerator ÷ denominator × factor. */
    RATIO,
    /** The inputs added. */
    SUM,
    /** Each input times its weight, divided by the weights; they make 100. */
    WEIGHTED_INDEX
}
