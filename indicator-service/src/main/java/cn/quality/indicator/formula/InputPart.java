package cn.quality.indicator.formula;

/** What an input is in its formula. */
public enum InputPart {
    NUMERATOR,
    DENOMINATOR,
    /** Of a sum or an index. */
    TERM
}
