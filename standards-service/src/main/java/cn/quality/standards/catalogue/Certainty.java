package cn.quality.standards.catalogue;

/** How well a statement is founded. */
public enum Certainty {
    /** The full text was read. */
    T,
    /** A digest or an index entry was read. */
    D,
    /** Not confirmed. */
    U
}
