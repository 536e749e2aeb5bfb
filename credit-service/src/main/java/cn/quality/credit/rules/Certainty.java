package cn.quality.credit.rules;

/** How sure we are that the data says what its source says. */
public enum Certainty {
    /** The full text was read. */
    T,
    /** A digest or a quotation was read. */
    D,
    /** Not confirmed. */
    U
}
