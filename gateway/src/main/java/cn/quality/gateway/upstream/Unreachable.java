package cn.quality.gateway.upstream;

/** No connection to a service could be had, so the request was never begun. */
final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(String reason) {
        super(reason, null, false, false);
    }
}
