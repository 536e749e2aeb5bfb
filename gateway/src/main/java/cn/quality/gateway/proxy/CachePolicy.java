package cn.quality.gateway.proxy;

/** Which responses of a route may be cached. */
public enum CachePolicy {
    /** None. */
    NONE,
    /** Those its service calls public, for callers without credentials. */
    PUBLIC
}
