package cn.quality.gateway.operations;

/**
 * Where a request went, in words that are few and harmless: the name of its route, and its path without what only the caller
 * should know.
 *
 * @param prefix what the addresses of the route begin with, empty for {@link #NONE}
 */
record RouteLabel(String route, String prefix, String path) {

    /** Of an address that no route claims: it may hold anything, so it is not written. */
    static final RouteLabel NONE = new RouteLabel("none", "", "-");
}
