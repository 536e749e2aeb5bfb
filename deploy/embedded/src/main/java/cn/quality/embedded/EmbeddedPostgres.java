package cn.quality.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A PostgreSQL 18 of this machine's own binaries, started as a child process.
 *
 * <p>Whatever the machine's LANG, the cluster is UTF-8 with the builtin {@code C.UTF-8} collation (stable order) and a
 * character type in which Chinese is text: with {@code LC_CTYPE=C} pg_trgm would see nothing of it, silently.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The superuser; only from this machine, and with the password in {@link #PASSWORD_FILE}. */
    public static final String SUPERUSER = "postgres";

    /** In the cluster's directory, which PostgreSQL keeps to its owner. */
    private static final String PASSWORD_FILE = "superuser-password";

    private static final Duration START_UP = Duration.ofSeconds(60);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final Settings settings;

    /**
     * @param data the cluster's directory, created when missing; must not lie below {@code binaries}, which is swept
     * @param binaries where the server's programs are unpacked to, once
     * @param log the file that takes the server's output
     * @param port on 127.0.0.1
     * @param durable whether a commit survives a power failure; tests do without
     * @param stopWithJvm whether the end of this JVM also stops the server; otherwise {@link #close()} alone does
     * @param passwords from a role's name to its password
     */
    public record Settings(
            Path data,
            Path binaries,
            Path log,
            int port,
            boolean durable,
            boolean stopWithJvm,
            UnaryOperator<String> passwords) {

        public Settings {
            data = data.toAbsolutePath().normalize();
            binaries = binaries.toAbsolutePath().normalize();
            log = log.toAbsolutePath().normalize();
            if (data.startsWith(binaries)) {
                throw new IllegalArgumentException("Data below the binaries would be deleted: " + data);
            }
        }

        /** Data that lasts; stopped by {@link #close()} only. */
        public static Settings durable(Path data, Path binaries, Path log, int port) {
            return new Settings(data, binaries, log, port, true, false, Databases.PASSWORD_IS_ROLE);
        }

        /** As fast as it gets, on a free port; ends with the JVM. */
        public static Settings fast(Path data) {
            Path binaries = Path.of(
                    System.getProperty("java.io.tmpdir"), "quality-postgres-" + System.getProperty("user.name"));
            Path log = data.resolveSibling(data.getFileName() + ".log");
            return new Settings(data, binaries, log, Ports.free(), false, true, Databases.PASSWORD_IS_ROLE);
        }
    }

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * Starts the server and creates the databases that are missing. A server that an earlier run left on the same data
     * is stopped first.
     *
     * @throws InfrastructureException when the port is taken or this user cannot run PostgreSQL
     */
    public static EmbeddedPostgres start(Settings settings, Collection<String> databases, Progress progress) {
        refuseRootWithoutNamespaces();
        Postmaster.stopLeftover(settings.data(), progress);
        Ports.requireFree("PostgreSQL", settings.port());
        progress.step(Files.exists(settings.data().resolve("PG_VERSION")) ? "starting" : "creating the cluster");
        try {
            Files.createDirectories(settings.binaries());
            Files.createDirectories(settings.data());
            Files.createDirectories(settings.log().getParent());
            var postgres = new EmbeddedPostgres(builder(settings).start(), settings);
            postgres.requirePassword();
            progress.step("creating databases and roles");
            databases.forEach(postgres::createDatabase);
            progress.step("ready");
            return postgres;
        } catch (IOException | SQLException e) {
            throw new InfrastructureException(
                    "PostgreSQL did not start on %s (%s); see %s"
                            .formatted(settings.data(), e.getMessage(), settings.log()),
                    e);
        }
    }

    /**
     * Stops the server that a killed run left on this directory; nothing happens when there is none, or when its number
     * belongs to another program by now.
     */
    public static void stopLeftover(Path data, Progress progress) {
        Postmaster.stopLeftover(data.toAbsolutePath().normalize(), progress);
    }

    public int port() {
        return settings.port();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** Creates a database with its two roles unless they exist. */
    public void createDatabase(String database) {
        try (Connection connection = connect("postgres")) {
            Databases.create(connection, database, settings.passwords());
        } catch (SQLException e) {
            throw new InfrastructureException("Database " + database + " could not be created", e);
        }
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(database), SUPERUSER, password(settings.data()).orElse(""));
    }

    /** A new cluster lets its superuser in without a password, until it has one; so does one of an earlier version. */
    private void requirePassword() throws IOException, SQLException {
        if (password(settings.data()).isPresent()) {
            return;
        }
        try (Connection connection = connect("postgres");
                Statement sql = connection.createStatement()) {
            var password = UUID.randomUUID().toString();
            sql.execute("ALTER ROLE " + SUPERUSER + " PASSWORD " + sql.enquoteLiteral(password));
            Files.writeString(settings.data().resolve(PASSWORD_FILE), password);
            writeAccessRules(settings.data());
            sql.execute("SELECT pg_reload_conf()");
        }
    }

    private static Optional<String> password(Path data) {
        try {
            Path file = data.resolve(PASSWORD_FILE);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new InfrastructureException("The superuser's password could not be read in " + data, e);
        }
    }

    /** Stops the server; open connections are cut, committed data is kept. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new InfrastructureException("PostgreSQL did not stop", e);
        }
    }

    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder(Settings settings) {
        var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setPort(settings.port())
                .setDataDirectory(settings.data())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(settings.binaries().toFile())
                .setRegisterShutdownHook(settings.stopWithJvm())
                .setPGStartupWait(START_UP)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("lc-collate", "C")
                .setLocaleConfig("lc-ctype", characterType())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "300")
                .setDataDirectoryCustomizer(directory -> writeAccessRules(directory.toPath()));
        password(settings.data()).ifPresent(password -> builder.setConnectConfig("password", password));
        // The library switches fsync off on the command line unless told otherwise.
        for (String guard : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            builder.setServerConfig(guard, settings.durable() ? "on" : "off");
        }
        return builder;
    }

    private static String characterType() {
        // macOS has no C.UTF-8 of its own; its en_US classifies Chinese as letters just the same.
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "en_US.UTF-8" : "C.UTF-8";
    }

    private static void writeAccessRules(Path data) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), """
                    host all %s 127.0.0.1/32 %s
                    host all all 127.0.0.1/32 scram-sha-256
                    """.formatted(
                            SUPERUSER, password(data).isPresent() ? "scram-sha-256" : "trust"));
        } catch (IOException e) {
            throw new InfrastructureException("pg_hba.conf could not be written", e);
        }
    }

    private static void refuseRootWithoutNamespaces() {
        try {
            Path self = Path.of("/proc/self");
            if (!Files.exists(self) || !Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))) {
                return;
            }
            // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is.
            Process probe = new ProcessBuilder("unshare", "-U", "id", "-u")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0) {
                return;
            }
        } catch (IOException e) {
            throw rootRefused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw rootRefused(e);
        }
        throw rootRefused(new IOException("unshare -U failed"));
    }

    private static InfrastructureException rootRefused(Exception cause) {
        return new InfrastructureException(
                "PostgreSQL cannot run as root here, because this machine does not allow user namespaces (unshare -U):"
                        + " run this program as an ordinary user",
                cause);
    }

    /** The server that a killed run left behind. */
    private static final class Postmaster {

        static void stopLeftover(Path data, Progress progress) {
            Path lock = data.resolve("postmaster.pid");
            if (!Files.exists(lock)) {
                return;
            }
            try {
                long pid = Long.parseLong(Files.readString(lock, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("0")
                        .strip());
                var process = ProcessHandle.of(Math.abs(pid)).filter(ProcessHandle::isAlive);
                if (process.isEmpty()) {
                    return;
                }
                if (process.get()
                        .info()
                        .commandLine()
                        .filter(line -> !serves(line, data))
                        .isPresent()) {
                    // The number was given to another program since; PostgreSQL would refuse to start.
                    Files.delete(lock);
                    return;
                }
                progress.step("stopping the server of an earlier run");
                stop(process.get());
            } catch (IOException | NumberFormatException e) {
                throw new InfrastructureException("Cannot tell whether PostgreSQL still runs on " + data, e);
            }
        }

        /** Another PostgreSQL of this machine may have got the number too, so the directory must be ours. */
        private static boolean serves(String commandLine, Path data) {
            return commandLine.contains("postgres") && commandLine.contains(data.toString());
        }

        private static void stop(ProcessHandle process) throws IOException {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that never leave.
            boolean windows = System.getProperty("os.name").startsWith("Windows");
            if (windows) {
                process.destroyForcibly();
            } else {
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
            }
            try {
                process.onExit().get(START_UP.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InfrastructureException("Interrupted while PostgreSQL was stopping", e);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                throw new InfrastructureException(
                        "PostgreSQL of an earlier run (process %d) does not stop: end it by hand"
                                .formatted(process.pid()),
                        e);
            }
        }
    }
}
