package cn.quality.gateway.upstream;

/** No connection to a service could be had, so the request was never begun. */
final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(Throwable cause) {
        super(cause.getMessage(), cause, false, false);
    }
}
