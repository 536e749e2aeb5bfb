package cn.quality.gateway.upstream;

/** A request that was given up on this side, which says nothing about the service. */
public final class RequestAborted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RequestAborted(String reason) {
        super(reason, null, false, false);
    }
}
