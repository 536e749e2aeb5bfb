package cn.quality.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Keycloak from its unpacked distribution, as a child process on PostgreSQL.
 *
 * <p>The distribution is first built for our options, which takes some twenty seconds and happens once; then it starts
 * in a few. The realm is imported into an empty database and left alone afterwards: what is changed in Keycloak stays.
 * The JVM is started directly, not through the distribution's shell script, so that our child is the server itself,
 * with a small heap and a cache of its classes.
 */
public final class EmbeddedKeycloak {

    /** Options that are built in; whatever changes here causes a new build. */
    private static final List<String> BUILD = List.of(
            "--db=postgres",
            "--health-enabled=false",
            "--metrics-enabled=false",
            "--features-disabled=ciba,device-flow,impersonation,kerberos,organization,par,passkeys,step-up-authentication-saml,workflows");

    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx320m",
            "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=256m",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000");

    private static final String ADMINISTRATOR = "administrator";
    private static final int PASSWORD_BYTES = 24;

    private EmbeddedKeycloak() {}

    /**
     * @param distribution the directory that holds Keycloak's {@code bin} and {@code lib}; it is written to
     * @param realm the realm's file; its name and the realm's are the same but for the ending {@code -realm.json}
     * @param port on 127.0.0.1; browsers and services reach it as {@code http://localhost:<port>}
     * @param jdbcUrl of an existing database
     * @param gateway where the server tells of logouts; stands in the realm's file as {@code ${GATEWAY_URL}}
     * @param logs takes {@code keycloak.log} and {@code keycloak-build.log}
     * @param state where process files are kept
     * @param caches where start-up caches are kept
     */
    public record Settings(
            Path distribution,
            Path realm,
            int port,
            String jdbcUrl,
            String username,
            String password,
            URI gateway,
            Path logs,
            Path state,
            Path caches) {

        private Settings on(int other) {
            return new Settings(distribution, realm, other, jdbcUrl, username, password, gateway, logs, state, caches);
        }

        /** The issuer of the tokens. */
        public String issuer() {
            String name = realm.getFileName().toString().replaceFirst("-realm\\.json$", "");
            return "http://localhost:" + port + "/realms/" + name;
        }
    }

    /** Builds the distribution if it is not built for our options yet; needs no database. */
    public static void build(Settings settings, Progress progress) {
        Path mark = settings.distribution().resolve("data").resolve("built");
        try {
            String version = Files.readString(settings.distribution().resolve("version.txt"), StandardCharsets.UTF_8);
            String wanted = version.strip() + "\n" + String.join("\n", BUILD);
            if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
                return;
            }
            progress.step("building, once");
            List<String> command = new ArrayList<>(List.of(StartupCache.java(), "-Xmx512m"));
            command.addAll(home(settings));
            command.addAll(List.of("-jar", runner(settings).toString(), "build"));
            command.addAll(BUILD);
            Files.deleteIfExists(mark);
            ChildProcess.start(
                            "Keycloak's build",
                            command,
                            Map.of(),
                            settings.logs().resolve("keycloak-build.log"),
                            settings.state().resolve("build.pid"))
                    .finish();
            Files.createDirectories(mark.getParent());
            Files.writeString(mark, wanted);
        } catch (IOException e) {
            throw new InfrastructureException("Not a Keycloak distribution: " + settings.distribution(), e);
        }
    }

    /** What speeds up {@link #start}, once recorded by {@link #rehearse}. The distribution must be built. */
    public static StartupCache startupCache(Settings settings) {
        List<String> flags = new ArrayList<>(StartupCache.SMALL_JVM);
        flags.addAll(JVM);
        flags.addAll(home(settings));
        return StartupCache.ofJar(settings.caches(), "keycloak", flags, runner(settings));
    }

    /**
     * Builds if need be, starts the server and waits until the realm answers. What a killed run left is stopped first.
     *
     * @return the server's process; {@link ChildProcess#close()} stops it
     */
    public static ChildProcess start(Settings settings, Progress progress) {
        Path pidFile = settings.state().resolve("pid");
        ChildProcess.stopLeftover(pidFile, progress);
        Ports.requireFree("Keycloak", settings.port());
        build(settings, progress);
        placeRealm(settings);
        progress.step("starting");
        List<String> command = startupCache(settings).command();
        return start("Keycloak", command, settings, settings.logs().resolve("keycloak.log"), pidFile, progress);
    }

    /**
     * Starts a second server on a port of its own beside the running one, that records the start-up cache: close it
     * with patience, then {@link StartupCache#keep()}.
     */
    public static ChildProcess rehearse(StartupCache cache, Settings settings, Path log, Path pidFile) {
        Settings beside = settings.on(Ports.free());
        return start("Keycloak (recording)", cache.recording(), beside, log, pidFile, Progress.silent());
    }

    private static ChildProcess start(
            String name, List<String> java, Settings settings, Path log, Path pidFile, Progress progress) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--hostname=http://localhost:" + settings.port(),
                "--db-url=" + settings.jdbcUrl(),
                "--db-username=" + settings.username(),
                "--db-pool-initial-size=1",
                "--db-pool-max-size=20",
                "--log-console-color=false"));
        // The password goes through the environment: command lines are public on a machine.
        var environment = Map.of(
                "KC_DB_PASSWORD",
                settings.password(),
                "GATEWAY_URL",
                settings.gateway().toString(),
                // While there is no administrator Keycloak offers everybody on this machine to become it.
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                administratorsPassword(settings));
        var process = ChildProcess.start(name, command, environment, log, pidFile);
        process.await(answers(settings), "its realm", progress);
        return process;
    }

    /** Made once, and kept where only we can read it. */
    private static String administratorsPassword(Settings settings) {
        Path file = settings.state().resolve("administrator");
        try {
            if (!Files.exists(file)) {
                var random = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(random);
                Files.createDirectories(settings.state());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new InfrastructureException("The administrator of Keycloak has no password: " + file, e);
        }
    }

    private static BooleanSupplier answers(Settings settings) {
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        // The port opens well before the realm is there.
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s/.well-known/openid-configuration"
                        .formatted(
                                settings.port(), URI.create(settings.issuer()).getPath())))
                .timeout(Duration.ofSeconds(10))
                .build();
        return () -> {
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InfrastructureException("Interrupted while Keycloak was starting", e);
            }
        };
    }

    private static void placeRealm(Settings settings) {
        try {
            Path imports = Files.createDirectories(
                    settings.distribution().resolve("data").resolve("import"));
            Files.copy(
                    settings.realm(),
                    imports.resolve(settings.realm().getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InfrastructureException("The realm's file cannot be used: " + settings.realm(), e);
        }
    }

    private static Path runner(Settings settings) {
        return settings.distribution().resolve("lib").resolve("quarkus-run.jar");
    }

    private static List<String> home(Settings settings) {
        return List.of(
                "-Dkc.home.dir=" + settings.distribution(),
                "-Djboss.server.config.dir=" + settings.distribution().resolve("conf"));
    }
}
