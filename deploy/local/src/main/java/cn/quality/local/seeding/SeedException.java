package cn.quality.local.seeding;

/** Seeding cannot go on; the message tells the person at the terminal what happened and where. */
public final class SeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SeedException(String message) {
        super(message);
    }

    SeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
