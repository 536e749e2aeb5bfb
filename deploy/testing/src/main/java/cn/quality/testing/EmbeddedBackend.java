package cn.quality.testing;

import cn.quality.embedded.EmbeddedKafka;
import cn.quality.embedded.EmbeddedPostgres;
import cn.quality.embedded.Ports;
import cn.quality.embedded.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Both parts on this JDK, in a directory that goes away with the JVM. */
final class EmbeddedBackend implements Backend {

    private final Path directory;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable EmbeddedKafka kafka;

    EmbeddedBackend() {
        try {
            directory = Files.createTempDirectory("quality-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "stop-test-infra"));
    }

    @Override
    public String description() {
        return "embedded PostgreSQL and Kafka on this JDK";
    }

    @Override
    public synchronized String jdbcUrl(String database) {
        if (postgres == null) {
            var settings = EmbeddedPostgres.Settings.fast(directory.resolve("postgres"));
            postgres = EmbeddedPostgres.start(settings, List.of(), Progress.silent());
        }
        postgres.createDatabase(database);
        return postgres.jdbcUrl(database);
    }

    @Override
    public String bootstrapServers() {
        return kafka().bootstrapServers();
    }

    @Override
    public void stopKafka() {
        kafka().stop();
    }

    @Override
    public void startKafka() {
        kafka().start();
    }

    private synchronized EmbeddedKafka kafka() {
        if (kafka == null) {
            kafka = EmbeddedKafka.start(directory.resolve("kafka"), Ports.free(), Progress.silent());
        }
        return kafka;
    }

    private synchronized void shutDown() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(EmbeddedBackend.class.getName())
                    .log(System.Logger.Level.WARNING, "Test data stays in " + directory, e);
        }
    }
}
