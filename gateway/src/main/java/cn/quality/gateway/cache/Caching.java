package cn.quality.gateway.cache;

/** What a route lets the gateway keep. */
public enum Caching {
    /** Nothing. */
    NONE,
    /** What its service calls public, for those who come without credentials. */
    PUBLIC
}
