package cn.quality.gateway.upstream;

import io.vertx.core.http.StreamResetException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Why there is no response of a service. */
public enum Failure {
    /** The service failed so often of late that no request is sent for a while. */
    CIRCUIT_OPEN(false),
    /** No connection to be had: the request was never begun. */
    CONNECT_FAILED(true),
    /** The request was sent and no response came in time. */
    TIMEOUT(true),
    /** The connection broke before the response was complete. */
    CONNECTION_LOST(true),
    /** The request was given up on this side. */
    ABORTED(false),
    /** The gateway failed to write the request. */
    INTERNAL(false);

    private final boolean ofService;

    Failure(boolean ofService) {
        this.ofService = ofService;
    }

    /** Whether it counts against the service. */
    boolean isOfService() {
        return ofService;
    }

    public static Failure of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CircuitOpen open -> {
                    return CIRCUIT_OPEN;
                }
                case ConnectFailed connect -> {
                    return CONNECT_FAILED;
                }
                case SendFailed send -> {
                    return INTERNAL;
                }
                case TimeoutException timeout -> {
                    return TIMEOUT;
                }
                case RequestAborted aborted -> {
                    return ABORTED;
                }
                default -> {
                    // look further
                }
            }
        }
        // HTTP/1 knows no resets but our own.
        return failure instanceof StreamResetException ? ABORTED : CONNECTION_LOST;
    }
}
