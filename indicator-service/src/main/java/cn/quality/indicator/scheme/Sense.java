package cn.quality.indicator.scheme;

/** On which side of a limit a figure should be. */
public enum Sense {
    AT_LEAST,
    AT_MOST
}
