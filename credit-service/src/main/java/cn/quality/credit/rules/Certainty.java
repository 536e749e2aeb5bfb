package cn.quality.credit.rules;

/** How sure we are that the data says what its source says. */
public enum Certainty {
    /** The full text was read. */
    T,
    /** A digest or a quotation was read. */
    D,
    /** Not confirmed. */
    U;

    /** What rests on two facts is no surer than the less sure of them. */
    public Certainty weaker(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
