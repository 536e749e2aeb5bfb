package cn.quality.credit.batch;

import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Two senders may bring the same item in the same instant. The unique constraint lets one through; whoever comes second
 * looks again, finds the first's item, and is answered with it.
 */
public final class UniqueViolationRetry {

    private static final String UNIQUE_VIOLATION = "23505";

    private UniqueViolationRetry() {}

    /** @param useCase a transaction of its own each time it is called */
    public static <T> T run(Supplier<T> useCase) {
        try {
            return useCase.get();
        } catch (RuntimeException e) {
            if (isUniqueViolation(e)) {
                return useCase.get();
            }
            throw e;
        }
    }

    private static boolean isUniqueViolation(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
