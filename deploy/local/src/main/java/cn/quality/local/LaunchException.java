package cn.quality.local;

/** The suite cannot start or go on; the message is for the person at the terminal and says what to do. */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LaunchException(String message) {
        super(message);
    }

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
