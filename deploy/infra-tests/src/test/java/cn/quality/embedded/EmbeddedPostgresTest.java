package cn.quality.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
class EmbeddedPostgresTest {

    private static final List<String> CREDIT = List.of("credit");

    @TempDir
    Path directory;

    @Test
    void seesChineseAsTextAndKeepsAStableOrder() throws SQLException {
        try (var postgres = start(fast())) {
            execute(postgres, "CREATE EXTENSION pg_trgm");
            assertThat(query(postgres, "SELECT cardinality(show_trgm('日照')) > 0"))
                    .isEqualTo("t");
            assertThat(query(postgres, "SELECT 'ä' > 'z'")).isEqualTo("t");
            assertThat(query(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void keepsDataAndCommitsDurably() throws SQLException {
        var settings = durable(Ports.free());
        try (var postgres = start(settings)) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
            assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
        }
        try (var postgres = start(durable(Ports.free()))) {
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void givesEachRoleItsOwnDatabaseAndTheRuntimeRoleNoSchemaRights() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(fast(), List.of("credit", "standards"), Progress.silent())) {
            try (Connection owner = as(postgres, "credit", "credit_owner");
                    Statement sql = owner.createStatement()) {
                sql.execute("CREATE TABLE owned (id int)");
                sql.execute("CREATE EXTENSION pg_trgm");
            }
            try (Connection app = as(postgres, "credit", "credit_app");
                    Statement sql = app.createStatement()) {
                assertThatThrownBy(() -> sql.execute("CREATE TABLE forbidden (id int)"))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> as(postgres, "standards", "credit_app")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("credit"), "credit_app", "wrong"))
                    .hasMessageContaining("password authentication failed");
            // Again, on a server where all is there.
            postgres.createDatabase("credit");
        }
    }

    @Test
    void letsNobodyInWithoutAPasswordNotEvenItsSuperuser() throws Exception {
        try (var postgres = start(durable(Ports.free()))) {
            assertThat(query(postgres, "SELECT current_user")).isEqualTo("postgres");
            refusesAnEmptyPassword(postgres);
        }
        // As a cluster of an earlier version, which has no password yet.
        Files.delete(durable(0).data().resolve("superuser-password"));
        for (int i = 0; i < 2; i++) {
            try (var postgres = start(durable(Ports.free()))) {
                assertThat(query(postgres, "SELECT current_user")).isEqualTo("postgres");
                refusesAnEmptyPassword(postgres);
            }
        }
    }

    private static void refusesAnEmptyPassword(EmbeddedPostgres postgres) {
        for (var guess : List.of("", "postgres")) {
            // The rules are read again a moment after the server was told to.
            await().untilAsserted(() -> assertThatThrownBy(() -> DriverManager.getConnection(
                                    postgres.jdbcUrl("postgres"), EmbeddedPostgres.SUPERUSER, guess)
                            .close())
                    .hasMessageContaining("password"));
        }
    }

    @Test
    void recoversAfterItsJvmWasKilled() throws Exception {
        Path pid = directory.resolve("child.pid");
        var settings = durable(Ports.free());
        var child = ChildProcess.start(
                "a JVM with PostgreSQL",
                List.of(
                        StartupCache.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeavesPostgresBehind.class.getName(),
                        settings.data().toString(),
                        settings.binaries().toString(),
                        Integer.toString(settings.port())),
                Map.of(),
                directory.resolve("child.log"),
                pid);
        child.await(() -> Files.exists(settings.data().resolve("committed")), "committed", Progress.silent());
        child.kill();
        assertThatThrownBy(() -> Ports.requireFree("the postmaster that lives on", settings.port()))
                .isInstanceOf(InfrastructureException.class);

        try (var postgres = start(durable(Ports.free()))) {
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void startsWhenTheNumberOfADeadServerBelongsToAnotherProgram() throws Exception {
        try (var postgres = start(fast())) {
            assertThat(postgres.port()).isPositive();
        }
        var settings = fast();
        Files.writeString(
                settings.data().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + settings.data() + "\n");
        try (var postgres = start(settings)) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void namesATakenPort() throws Exception {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(durable(stranger.getLocalPort())))
                    .isInstanceOf(InfrastructureException.class)
                    .hasMessageContaining("PostgreSQL")
                    .hasMessageContaining(Integer.toString(stranger.getLocalPort()));
        }
    }

    @Test
    void refusesDataWhereItWouldBeSwept() {
        assertThatThrownBy(() -> EmbeddedPostgres.Settings.durable(
                        directory.resolve("pg/data"), directory.resolve("pg"), directory.resolve("log"), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsLeftoversByIdentityAlone() throws Exception {
        Path pid = directory.resolve("sleeper.pid");
        var sleeper = ChildProcess.start(
                "a sleeper",
                List.of(StartupCache.java(), "-cp", System.getProperty("java.class.path"), Sleeper.class.getName()),
                Map.of(),
                directory.resolve("sleeper.log"),
                pid);
        String identity = Files.readString(pid);
        Files.writeString(pid, sleeper.pid() + " 1000");
        ChildProcess.stopLeftover(pid, Progress.silent());
        assertThat(sleeper.alive()).isTrue();

        Files.writeString(pid, identity);
        ChildProcess.stopLeftover(pid, Progress.silent());
        await().atMost(Duration.ofSeconds(10)).until(() -> !sleeper.alive());
        assertThat(pid).doesNotExist();
    }

    private EmbeddedPostgres.Settings fast() {
        return EmbeddedPostgres.Settings.fast(directory.resolve("data"));
    }

    private EmbeddedPostgres.Settings durable(int port) {
        return EmbeddedPostgres.Settings.durable(
                directory.resolve("data"),
                EmbeddedPostgres.Settings.fast(directory).binaries(),
                directory.resolve("postgres.log"),
                port);
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Settings settings) {
        return EmbeddedPostgres.start(settings, CREDIT, Progress.silent());
    }

    private static Connection as(EmbeddedPostgres postgres, String database, String role) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, role);
    }

    private static void execute(EmbeddedPostgres postgres, String statement) throws SQLException {
        try (Connection connection = postgres.connect("credit");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String query(EmbeddedPostgres postgres, String statement) throws SQLException {
        try (Connection connection = postgres.connect("credit");
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(statement)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Waits to be killed, with a server running. */
    static final class LeavesPostgresBehind {

        private LeavesPostgresBehind() {}

        public static void main(String[] args) throws Exception {
            Path data = Path.of(args[0]);
            var settings = EmbeddedPostgres.Settings.durable(
                    data, Path.of(args[1]), data.resolveSibling("child-postgres.log"), Integer.parseInt(args[2]));
            var postgres = start(settings);
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
            Files.createFile(data.resolve("committed"));
            Thread.currentThread().join();
        }
    }

    /** Waits to be stopped. */
    static final class Sleeper {

        private Sleeper() {}

        public static void main(String[] args) throws Exception {
            Thread.currentThread().join();
        }
    }
}
