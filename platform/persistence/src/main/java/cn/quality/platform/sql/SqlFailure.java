package cn.quality.platform.sql;

import java.sql.SQLException;
import java.util.Set;

/** A statement failed; the cause tells why. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");
    private static final String NO_SUCH_TABLE = "42P01";

    public SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /**
     * Whether the fault lies with the connection or the server rather than with the statement, so that trying again later
     * can help: SQLSTATE classes 08, 53 and 57, deadlocks and serialisation failures, a pool that has none to give, and a
     * table the migration has yet to make.
     */
    public static boolean isTransient(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException e) {
                return e.getSQLState() == null
                        || e.getSQLState().equals(NO_SUCH_TABLE)
                        || PASSING.contains(e.getSQLState().substring(0, 2));
            }
        }
        return false;
    }
}
