package cn.quality.platform.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * JDBC without its ceremony: on the connection of the current transaction, or on one of its own in autocommit when there is
 * none. Failures come as {@link SqlFailure}.
 */
@ApplicationScoped
public class Jdbc {

    private static final int ROWS_AT_ONCE = 1_000;

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private final AgroalDataSource database;

    Jdbc(AgroalDataSource database) {
        this.database = database;
    }

    /** @return rows changed */
    public int update(String statement, @Nullable Object... args) {
        return run(statement, prepared -> {
            bind(prepared, args);
            return prepared.executeUpdate();
        });
    }

    /** One statement for many rows, in one round trip. */
    public void batch(String statement, List<@Nullable Object[]> rows) {
        run(statement, prepared -> {
            for (var args : rows) {
                bind(prepared, args);
                prepared.addBatch();
            }
            return prepared.executeBatch();
        });
    }

    public <T> List<T> query(String statement, Row<T> form, @Nullable Object... args) {
        var rows = new ArrayList<T>();
        stream(statement, form, rows::add, args);
        return rows;
    }

    public <T> Optional<T> first(String statement, Row<T> form, @Nullable Object... args) {
        return query(statement, form, args).stream().findFirst();
    }

    /** Hands over row by row; inside a transaction, only some rows are in memory at a time. */
    public <T> void stream(String statement, Row<T> form, Consumer<? super T> consumer, @Nullable Object... args) {
        run(statement, prepared -> {
            bind(prepared, args);
            prepared.setFetchSize(ROWS_AT_ONCE);
            try (var row = prepared.executeQuery()) {
                while (row.next()) {
                    consumer.accept(form.of(row));
                }
            }
            return true;
        });
    }

    /** PostgreSQL keeps moments in {@code timestamptz}. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private <T> T run(String statement, Work<T> work) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            return work.with(prepared);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            statement.setObject(i + 1, args[i] instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : args[i]);
        }
    }
}
