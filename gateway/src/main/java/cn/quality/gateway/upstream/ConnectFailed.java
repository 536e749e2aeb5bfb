package cn.quality.gateway.upstream;

/** No connection to a service could be had, so the request was never begun. */
final class ConnectFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConnectFailed(String reason) {
        super(reason, null, false, false);
    }
}
