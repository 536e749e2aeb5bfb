package cn.quality.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One database per service, with two roles each: {@code <db>_owner} runs the migrations, {@code <db>_app} is what the
 * service runs as and has no right to change the schema. Neither may connect to another service's database.
 */
public final class Databases {

    /** The databases of the suite. */
    public static final List<String> ALL = List.of("credit", "standards", "indicator", "gateway", "keycloak");

    /** Local default: the password is the role's name. */
    public static final UnaryOperator<String> PASSWORD_IS_ROLE = UnaryOperator.identity();

    private Databases() {}

    public static String owner(String database) {
        return database + "_owner";
    }

    public static String app(String database) {
        return database + "_app";
    }

    /**
     * Creates what is missing of a database and its two roles, and sets the passwords; harmless when all is there.
     *
     * @param superuser a connection in auto-commit mode that may create roles and databases
     * @param passwords from a role's name to its password
     */
    public static void create(Connection superuser, String database, UnaryOperator<String> passwords)
            throws SQLException {
        if (!database.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not a database name: " + database);
        }
        String owner = owner(database);
        String app = app(database);
        try (Statement sql = superuser.createStatement()) {
            for (String role : List.of(owner, app)) {
                if (!exists(superuser, "SELECT FROM pg_roles WHERE rolname = ?", role)) {
                    sql.execute("CREATE ROLE " + role + " LOGIN");
                }
                sql.execute("ALTER ROLE " + role + " PASSWORD " + sql.enquoteLiteral(passwords.apply(role)));
            }
            if (!exists(superuser, "SELECT FROM pg_database WHERE datname = ?", database)) {
                sql.execute("CREATE DATABASE " + database + " OWNER " + owner);
            }
            sql.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            sql.execute("GRANT CONNECT ON DATABASE " + database + " TO " + app);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
