package cn.quality.standards.number;

/** How surely the parts of a number were recognised. Below {@link #HIGH} only enterprise numbers occur. */
public enum Confidence {
    /** The whole text follows the pattern of its level. */
    HIGH,
    /** A known free variant of an enterprise number: a second code, a letter after the serial, a two-digit year. */
    MEDIUM,
    /** Only {@code Q/} was recognised; the rest is the enterprise's own habit. */
    LOW
}
