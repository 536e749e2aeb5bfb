package cn.quality.local.bench;

import cn.quality.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A PostgreSQL with one service's database alone, as durable as the one of {@code deploy/up}, until it is told to stop
 * (SIGTERM). Its memory is what a database of a million enterprises is given: 1 GB of buffers.
 */
@Command(name = "bench-database", mixinStandardHelpOptions = true)
public final class BenchDatabase implements Callable<Integer> {

    private static final List<String> SETTINGS = List.of(
            "shared_buffers = '1GB'",
            "maintenance_work_mem = '512MB'",
            "max_wal_size = '4GB'",
            "checkpoint_timeout = '15min'",
            "jit = off",
            // Whole statements, so that a peer can be given the one the service sends.
            "track_activity_query_size = '16kB'");

    @Option(names = "--data", required = true, description = "folder of the cluster")
    private Path data = Path.of("");

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--service", required = true, description = "whose database it is: credit, indicator, standards")
    private String service = "";

    private BenchDatabase() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchDatabase()).execute(arguments));
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        var settings = EmbeddedPostgres.Settings.durable(
                data.resolve("cluster"), data.resolve("programs"), data.resolve("postgres.log"), port);
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                stopped.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (var first = EmbeddedPostgres.start(settings, List.of(service), step -> {});
                var sql = first.connect("postgres");
                var statement = sql.createStatement()) {
            for (var setting : SETTINGS) {
                statement.execute("ALTER SYSTEM SET " + setting);
            }
        }
        try (var server = EmbeddedPostgres.start(settings, List.of(service), step -> {})) {
            System.out.println("PostgreSQL listens on 127.0.0.1:" + server.port());
            stop.await();
        } finally {
            stopped.countDown();
        }
        return 0;
    }
}
