package cn.quality.gateway.upstream;

import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What it means when a service did not answer. */
public enum Failure {
    /** Nobody there, or no connection to be had: the request was never begun. */
    UNREACHABLE,
    /** The request was passed on and nothing came in time. */
    SILENT,
    /** The connection broke before the answer was complete. */
    BROKEN;

    public static Failure of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreachable) {
                return UNREACHABLE;
            }
            if (cause instanceof TimeoutException) {
                return SILENT;
            }
        }
        return BROKEN;
    }
}
