package cn.quality.gateway.upstream;

import io.vertx.core.http.StreamResetException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What it means when a service did not answer. */
public enum Failure {
    /** It failed so often of late that it is not asked for a while. */
    SPARED,
    /** Nobody there, or no connection to be had: the request was never begun. */
    UNREACHABLE,
    /** The request was passed on and nothing came in time. */
    SILENT,
    /** The connection broke before the answer was complete. */
    BROKEN,
    /** Not the service's doing: the request was given up here. */
    ABANDONED;

    public static Failure of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Spared spared -> {
                    return SPARED;
                }
                case Unreachable unreachable -> {
                    return UNREACHABLE;
                }
                case TimeoutException timeout -> {
                    return SILENT;
                }
                case Abandoned abandoned -> {
                    return ABANDONED;
                }
                default -> {
                    // look further
                }
            }
        }
        // HTTP/1 knows no resets but our own.
        return failure instanceof StreamResetException ? ABANDONED : BROKEN;
    }
}
