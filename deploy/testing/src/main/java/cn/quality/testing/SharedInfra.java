package cn.quality.testing;

import java.lang.System.Logger.Level;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The one set of parts of this JVM. {@link Infra} reaches it by name in the system class loader, with strings alone:
 * Quarkus loads test classes anew for every application it starts, and closes those loaders, which neither Kafka's
 * threads nor a static field would survive.
 */
public final class SharedInfra {

    /** Kept here, or the loggers and their levels would be collected. A broker that is down is no news in a test. */
    @SuppressWarnings("UnusedVariable")
    private static final List<Logger> QUIET = Stream.concat(
                    Stream.of(
                                    "kafka",
                                    "org.apache.kafka",
                                    "state.change.logger",
                                    "io.zonky",
                                    "org.testcontainers",
                                    "tc")
                            .map(name -> atLevel(name, java.util.logging.Level.WARNING)),
                    Stream.of("org.apache.kafka.clients.NetworkClient", "org.apache.kafka.controller")
                            .map(name -> atLevel(name, java.util.logging.Level.SEVERE)))
            .toList();

    private static final Backend BACKEND = choose();
    private static final KeyPair KEYS = generate();

    private SharedInfra() {}

    public static String jdbcUrl(String database) {
        return BACKEND.jdbcUrl(database);
    }

    public static String bootstrapServers() {
        return BACKEND.bootstrapServers();
    }

    public static void stopKafka() {
        BACKEND.stopKafka();
    }

    public static void startKafka() {
        BACKEND.startKafka();
    }

    /** X.509, Base64. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    /** PKCS#8, Base64. */
    public static String privateKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded());
    }

    private static Backend choose() {
        String wanted = System.getProperty("infra", "embedded");
        Backend backend =
                switch (wanted) {
                    case "embedded" -> new EmbeddedBackend();
                    case "containers" -> new ContainersBackend();
                    case "auto" -> ContainersBackend.available() ? new ContainersBackend() : new EmbeddedBackend();
                    default ->
                        throw new IllegalArgumentException("-Dinfra takes embedded, containers or auto, not " + wanted);
                };
        System.getLogger("infra").log(Level.INFO, "-Dinfra={0}: {1}", wanted, backend.description());
        return backend;
    }

    private static Logger atLevel(String name, java.util.logging.Level level) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(level);
        return logger;
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }
}
