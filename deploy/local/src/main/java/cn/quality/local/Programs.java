package cn.quality.local;

import cn.quality.embedded.Databases;
import cn.quality.embedded.EmbeddedKeycloak;
import cn.quality.embedded.StartupCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the built programs lie and how each of the four services is told about the others. */
final class Programs {

    /** Flags of a service's JVM. */
    static final List<String> JVM = Stream.concat(
                    StartupCache.SMALL_JVM.stream(), Stream.of("-Xms32m", "-Xmx128m", "-Xss512k"))
            .toList();

    private static final String LOOPBACK = "127.0.0.1";

    private final SuiteOptions options;

    Programs(SuiteOptions options) {
        this.options = options;
    }

    EmbeddedKeycloak.Settings keycloak(DataFolder folder) {
        return new EmbeddedKeycloak.Settings(
                keycloakDistribution(),
                options.home().resolve("deploy/keycloak/quality-realm.json"),
                port(PartName.KEYCLOAK),
                jdbcUrl("keycloak"),
                Databases.owner("keycloak"),
                Databases.PASSWORD_IS_ROLE.apply(Databases.owner("keycloak")),
                url(PartName.GATEWAY),
                folder.logs(),
                folder.keycloak(),
                folder.caches());
    }

    /** The zip has one folder, named after its version. */
    private Path keycloakDistribution() {
        Path unpacked = options.home().resolve("deploy/local/target/keycloak");
        try (Stream<Path> folders = Files.isDirectory(unpacked) ? Files.list(unpacked) : Stream.empty()) {
            return folders.filter(Files::isDirectory).sorted().findFirst().orElse(unpacked.resolve("keycloak"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path jar(PartName service) {
        return options.home().resolve(service.title()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** @throws LaunchException naming what has not been built */
    void requireBuilt() {
        List<Path> missing = new ArrayList<>();
        PartName.ours().stream()
                .map(this::jar)
                .filter(jar -> !Files.exists(jar))
                .forEach(missing::add);
        if (!Files.isDirectory(keycloakDistribution())) {
            missing.add(keycloakDistribution());
        }
        if (!missing.isEmpty()) {
            throw new LaunchException("Not built: " + missing + ". deploy/up builds by itself; or ./mvnw package");
        }
    }

    StartupCache startupCache(PartName service, DataFolder folder) {
        List<String> flags = new ArrayList<>(JVM);
        if (options.peak()) {
            // Of two values of a flag the JVM takes the later.
            flags.addAll(List.of("-XX:TieredStopAtLevel=4", "-Xmx512m"));
        }
        return StartupCache.ofJar(folder.caches(), service.key(), flags, jar(service));
    }

    /** The environment of a service or of the gateway: plain Quarkus configuration, as a container would get it. */
    Map<String, String> environment(PartName part) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST",
                LOOPBACK,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port(part)),
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                issuer().toString(),
                "KAFKA_BOOTSTRAP_SERVERS",
                LOOPBACK + ":" + port(PartName.KAFKA)));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(part.key()));
        String app = Databases.app(part.key());
        String owner = Databases.owner(part.key());
        environment.put("QUARKUS_DATASOURCE_USERNAME", app);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", Databases.PASSWORD_IS_ROLE.apply(app));
        environment.put("QUARKUS_FLYWAY_USERNAME", owner);
        environment.put("QUARKUS_FLYWAY_PASSWORD", Databases.PASSWORD_IS_ROLE.apply(owner));
        if (part == PartName.GATEWAY) {
            environment.put("GATEWAY_SESSION_CLIENT_SECRET", "gateway-secret"); // of the sample realm
            // Whoever tries webhooks here receives them here.
            environment.put("GATEWAY_WEBHOOKS_INTERNAL", LOOPBACK + "/32");
            environment.put(
                    "GATEWAY_UPSTREAMS_INDICATORS", url(PartName.INDICATOR).toString());
            environment.put("GATEWAY_UPSTREAMS_CREDIT", url(PartName.CREDIT).toString());
            environment.put(
                    "GATEWAY_UPSTREAMS_STANDARDS", url(PartName.STANDARDS).toString());
            environment.put(
                    "QUARKUS_LOG_HANDLER_FILE_ACCESS_PATH",
                    options.data()
                            .resolve("logs/gateway-access.log")
                            .toAbsolutePath()
                            .toString());
            environment.put("GATEWAY_DOCS_SAMPLE_PEOPLE", "case-handler,case-approver,publisher,enterprise,auditor");
            environment.put("GATEWAY_DOCS_SAMPLE_SYSTEMS", "screening-bank,auditor-office");
        }
        if (part == PartName.CREDIT) {
            environment.put(
                    "QUALITY_EVIDENCE_FOLDER",
                    DataFolder.evidence(options.data()).toAbsolutePath().toString());
            // A key of this run's own, beside the data it seals. In production the operator brings the keys.
            environment.put(
                    "QUALITY_SEALING_KEY_FILE",
                    options.data().resolve("secrets/credit-sealing.keys").toString());
            environment.put("QUALITY_SEALING_GENERATE", "true");
        }
        environment.putAll(options.environment());
        return environment;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, port(PartName.POSTGRES), database);
    }

    /** Tokens name it, so it is the same for browsers, services and tests: localhost, as the browser has it. */
    URI issuer() {
        return URI.create("http://localhost:%d/realms/quality".formatted(port(PartName.KEYCLOAK)));
    }

    URI url(PartName part) {
        return URI.create("http://%s:%d".formatted(LOOPBACK, port(part)));
    }

    URI readiness(PartName part) {
        return url(part).resolve("/q/health/ready");
    }

    int port(PartName part) {
        return options.ports().of(part);
    }
}
