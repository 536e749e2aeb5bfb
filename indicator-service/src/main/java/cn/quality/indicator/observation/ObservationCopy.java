package cn.quality.indicator.observation;

import cn.quality.platform.sql.SqlFailure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Observations as CSV, of which the database makes the text. Ten million rows leave it faster than they could be read one by one,
 * nothing of them is held here, and when the reader goes away the statement ends with it.
 */
@ApplicationScoped
class ObservationCopy {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A text that begins like a formula is led by an apostrophe, as in every table of the suite. */
    private static final String TEXT = "case when %1$s ~ '^[=+@\\t\\r＝＋－＠-]' then '''' || %1$s else %1$s end as %1$s";

    private static final String COLUMNS = """
            indicator, definition, area, frequency, period_name(frequency, period_start) as period, value, qualifier, numerator,
            denominator, %s, status, %s,
            to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as published_at,
            case when was_status is not null then (shown_at at time zone 'Asia/Shanghai')::date end as revised_on,
            case when was_status is not null then was end as was,
            case when was_status is not null then %s end as because""".formatted(
                    TEXT.formatted("level"),
                    TEXT.formatted("source"),
                    TEXT.formatted("reason").replaceAll(" as reason$", ""));

    private final AgroalDataSource database;

    ObservationCopy(AgroalDataSource database) {
        this.database = database;
    }

    void write(ObservationQuery query, OutputStream out) throws IOException {
        try (var connection = database.getConnection()) {
            out.write(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
            copy(
                    connection.unwrap(PGConnection.class),
                    "copy (%s) to stdout (format csv, header)"
                            .formatted(query.all().selecting(COLUMNS)),
                    out);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void copy(PGConnection connection, String statement, OutputStream out)
            throws SQLException, IOException {
        var copy = connection.getCopyAPI().copyOut(statement);
        try {
            for (var part = copy.readFromCopy(); part != null; part = copy.readFromCopy()) {
                out.write(part);
            }
        } catch (IOException left) {
            end(connection, copy);
            throw left;
        }
    }

    /**
     * Ends a copy that nobody reads any more, and takes what is still under way. The driver's own way gives the connection back
     * with the answer to the cancellation in it, for the next statement to stumble upon.
     */
    private static void end(PGConnection connection, CopyOut copy) throws SQLException {
        connection.cancelQuery();
        try {
            while (copy.readFromCopy() != null) {
                // read away
            }
        } catch (SQLException canceled) {
            // as it was told
        }
    }
}
