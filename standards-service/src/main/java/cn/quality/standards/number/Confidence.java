package cn.quality.standards.number;

/** How surely the parts of a number were recognised. */
public enum Confidence {
    /** The whole text follows the pattern of its level. */
    HIGH,
    /**
     * A known free variant: in an enterprise number a second code, a letter after the serial, a two-digit year; elsewhere the
     * slash before T left out ({@code GBT 19001-2016}), or a dash where the body writes a colon ({@code EN 71-2011}).
     */
    MEDIUM,
    /** Only {@code Q/} was recognised; the rest is the enterprise's own habit. */
    LOW
}
