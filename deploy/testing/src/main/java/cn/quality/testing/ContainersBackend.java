package cn.quality.testing;

import cn.quality.embedded.Databases;
import cn.quality.embedded.EmbeddedKafka;
import cn.quality.embedded.Ports;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Both parts on a Docker-compatible engine, set up like the embedded ones. */
final class ContainersBackend implements Backend {

    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.2";
    private static final int KAFKA_PORT = 9092;

    private @Nullable PostgreSQLContainer postgres;
    private @Nullable KafkaContainer kafka;

    static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public String description() {
        return "containers %s and %s".formatted(POSTGRES_IMAGE, KAFKA_IMAGE);
    }

    @Override
    public synchronized String jdbcUrl(String database) {
        PostgreSQLContainer server = postgres();
        try (Connection superuser =
                DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword())) {
            Databases.create(superuser, database, Databases.PASSWORD_IS_ROLE);
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + database + " could not be created", e);
        }
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(server.getHost(), server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), database);
    }

    @Override
    public String bootstrapServers() {
        return address(kafka());
    }

    @Override
    public void stopKafka() {
        KafkaContainer container = kafka();
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void startKafka() {
        KafkaContainer container = kafka();
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
        EmbeddedKafka.createTopics(address(container));
    }

    private PostgreSQLContainer postgres() {
        if (postgres == null) {
            var container = new PostgreSQLContainer(POSTGRES_IMAGE);
            container
                    .withDatabaseName("postgres")
                    .withUsername("postgres")
                    .withPassword("postgres")
                    .withEnv(
                            "POSTGRES_INITDB_ARGS",
                            "--locale-provider=builtin --builtin-locale=C.UTF-8 --lc-collate=C --lc-ctype=C.UTF-8")
                    .withCommand(
                            "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "max_connections=300");
            container.start();
            postgres = container;
        }
        return postgres;
    }

    private synchronized KafkaContainer kafka() {
        if (kafka == null) {
            var container = new KafkaContainer(KAFKA_IMAGE);
            EmbeddedKafka.tuning().forEach((property, value) -> container.addEnv(environment(property), value));
            // A port of our choice: one chosen by the engine would change when the container is started again.
            container.setPortBindings(List.of("%d:%d".formatted(Ports.free(), KAFKA_PORT)));
            container.start();
            EmbeddedKafka.createTopics(address(container));
            kafka = container;
        }
        return kafka;
    }

    private static String address(KafkaContainer container) {
        return container.getHost() + ":" + container.getMappedPort(KAFKA_PORT);
    }

    /** The image takes {@code some.property} as {@code KAFKA_SOME_PROPERTY}. */
    private static String environment(String property) {
        return "KAFKA_" + property.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
