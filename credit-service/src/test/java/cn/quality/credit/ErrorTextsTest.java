package cn.quality.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.quality.platform.sql.Jdbc;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exceptions are logged, so they must not tell what was written: it may be of a person. */
@CreditTest
class ErrorTextsTest {

    /** A subscriber that receives nothing. */
    private static final String INSERT = "insert into subscriber (name, since, until, client_id, version)"
            + " values (?, date '1990-01-01', date '1990-01-01', ?, 0)";

    private static final String PERSONAL = "示例张三13800138000";

    @Inject
    Jdbc sql;

    @Test
    void anExceptionOfTheDatabaseTellsNoValues() {
        var id = PERSONAL + Credit.next();
        sql.update(INSERT, PERSONAL, id);

        tellsNoValue(catchThrowable(() -> sql.update(INSERT, PERSONAL, id)));
        tellsNoValue(catchThrowable(() -> sql.batch(INSERT, List.<Object[]>of(new Object[] {PERSONAL, id}))));
        tellsNoValue(catchThrowable(() -> sql.update(INSERT, null, PERSONAL)));
    }

    private static void tellsNoValue(Throwable thrown) {
        assertThat(thrown).hasRootCauseInstanceOf(SQLException.class);
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        for (var next = sqlCause(thrown); next != null; next = next.getNextException()) {
            text.append(String.valueOf(next.getMessage()));
        }
        assertThat(text.toString()).doesNotContain("张三", "13800138000");
    }

    private static @Nullable SQLException sqlCause(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
