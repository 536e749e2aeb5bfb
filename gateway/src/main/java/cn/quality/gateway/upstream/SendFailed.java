package cn.quality.gateway.upstream;

/** An error of the gateway itself while it wrote a request; the cause has the stack trace. */
final class SendFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SendFailed(Throwable cause) {
        super("the request could not be written", cause, false, false);
    }
}
