package cn.quality.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka node, broker and controller in one (KRaft), started from Kafka's own classes: inside this JVM for tests
 * ({@link #start}), or as a JVM of its own for the local run ({@link #main}, {@link #spawn}).
 *
 * <p>It can be stopped and started again on the same port and data, which is how tests show what an outage does.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final long ADMIN_SECONDS = 60;

    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private @Nullable KafkaRaftServer server;

    private EmbeddedKafka(Path data, int port, Map<String, String> settings) {
        this.data = data.toAbsolutePath().normalize();
        this.port = port;
        this.settings = settings;
    }

    /**
     * Starts a node in this JVM and creates the topics that are missing.
     *
     * @param data the node's directory, formatted when new
     * @param port on 127.0.0.1
     */
    public static EmbeddedKafka start(Path data, int port, Progress progress) {
        return start(data, port, Map.of(), Map.of(), progress);
    }

    /**
     * As {@link #start(Path, int, Progress)}, for a node that wants to know who speaks.
     *
     * @param settings of the node, above those it has anyhow
     * @param login of the client that creates the topics
     */
    static EmbeddedKafka start(
            Path data, int port, Map<String, String> settings, Map<String, Object> login, Progress progress) {
        var kafka = new EmbeddedKafka(data, port, settings);
        progress.step("starting");
        kafka.start();
        progress.step("creating topics");
        createTopics(kafka.bootstrapServers(), login);
        progress.step("ready");
        return kafka;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts the node again after {@link #stop()}; nothing happens when it runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        Ports.requireFree("Kafka", port);
        try {
            Files.createDirectories(data);
            Properties properties = properties();
            format(properties);
            var starting = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            starting.startup();
            server = starting;
        } catch (IOException e) {
            throw new InfrastructureException("Kafka did not start on " + data + ": " + e.getMessage(), e);
        }
    }

    /** Stops the node and keeps its data; nothing happens when it is stopped already. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Creates the topics of {@link Topics} that are missing on any cluster. */
    public static void createTopics(String bootstrapServers) {
        createTopics(bootstrapServers, Map.of());
    }

    private static void createTopics(String bootstrapServers, Map<String, Object> login) {
        Map<String, Object> client = new HashMap<>(login);
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TimeUnit.SECONDS.toMillis(ADMIN_SECONDS));
        try (Admin admin = Admin.create(client)) {
            Set<String> missing = new HashSet<>(Topics.all());
            missing.removeAll(admin.listTopics().names().get(ADMIN_SECONDS, TimeUnit.SECONDS));
            List<NewTopic> topics = missing.stream()
                    .map(name -> new NewTopic(name, Topics.PARTITIONS, (short) 1).configs(Topics.SETTINGS))
                    .toList();
            admin.createTopics(topics).all().get(ADMIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Somebody else may create the same topics at the same moment.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new InfrastructureException("Kafka's topics could not be created", e);
            }
        } catch (TimeoutException e) {
            throw new InfrastructureException("Kafka does not answer at " + bootstrapServers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("Interrupted while creating topics", e);
        }
    }

    private Properties properties() {
        int controller = Ports.free();
        var properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("log.dirs", data.resolve("log").toString()),
                Map.entry("listeners", "BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller)),
                Map.entry("advertised.listeners", "BROKER://127.0.0.1:" + port),
                Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "BROKER"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controller)));
        properties.putAll(tuning());
        properties.putAll(settings);
        return properties;
    }

    /** What one node of a small machine needs, whoever runs it. */
    public static Map<String, String> tuning() {
        return Map.ofEntries(
                // A typo in a topic's name shall fail, not create a topic.
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("num.partitions", Integer.toString(Topics.PARTITIONS)),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // Consumers that start together would otherwise wait three seconds for each other.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // The cleaner's default buffer is half the heap we give the node.
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                // After a kill the node must wait until its former session has ended: 3 s instead of 9 s.
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500"));
    }

    private void format(Properties properties) throws IOException {
        if (Files.exists(data.resolve("log").resolve("meta.properties"))) {
            return;
        }
        Path file = data.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, "As of the format; each start computes its own");
        }
        String[] command = {
            "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString(), "--ignore-formatted"
        };
        try (var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            if (StorageTool.execute(command, quiet) != 0) {
                throw new InfrastructureException("Kafka's directory could not be formatted: " + data);
            }
        }
    }

    /**
     * Runs a node until this JVM is told to end: {@code EmbeddedKafka <data> <port> <ready-file>}. The ready-file is
     * written once the topics are there.
     */
    public static void main(String[] args) {
        try {
            var kafka = start(Path.of(args[0]), Integer.parseInt(args[1]), Progress.silent());
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop, "stop-kafka"));
            Files.writeString(Path.of(args[2]), kafka.bootstrapServers());
        } catch (IOException | RuntimeException e) {
            System.getLogger(EmbeddedKafka.class.getName()).log(System.Logger.Level.ERROR, "Kafka did not start", e);
            // Threads of a half-started node would keep the JVM for ever.
            Runtime.getRuntime().halt(1);
        }
    }

    /** What speeds up {@link #spawn}, once recorded by {@link #rehearse}. */
    public static StartupCache startupCache(Path caches) {
        List<String> flags = new ArrayList<>(StartupCache.SMALL_JVM);
        flags.addAll(List.of("-Xms48m", "-Xmx192m"));
        return StartupCache.ofOwnClassPath(caches, "kafka", flags, EmbeddedKafka.class);
    }

    /**
     * Starts a node in a JVM of its own, on this JVM's class path, and waits until its topics are there. Its output
     * goes to {@code logs/kafka.log}; what a killed run left on the same data is stopped first.
     *
     * @param caches where start-up caches are kept between runs
     */
    public static ChildProcess spawn(Path data, int port, Path logs, Path caches, Progress progress) {
        Path pidFile = data.resolve("pid");
        ChildProcess.stopLeftover(pidFile, progress);
        Ports.requireFree("Kafka", port);
        progress.step("starting");
        return spawn("Kafka", startupCache(caches).command(), data, port, logs.resolve("kafka.log"), pidFile, progress);
    }

    /**
     * Starts a second node, on a port and data of its own, that records the start-up cache: close it with patience,
     * then {@link StartupCache#keep()}.
     *
     * @param scratch the node's directory; of no use afterwards
     */
    public static ChildProcess rehearse(StartupCache cache, Path scratch, Path log, Path pidFile) {
        return spawn("Kafka (recording)", cache.recording(), scratch, Ports.free(), log, pidFile, Progress.silent());
    }

    private static ChildProcess spawn(
            String name, List<String> java, Path data, int port, Path log, Path pidFile, Progress progress) {
        Path ready = data.resolve("ready");
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw new InfrastructureException("Kafka's directory cannot be used: " + data, e);
        }
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(data.toString(), Integer.toString(port), ready.toString()));
        var process = ChildProcess.start(name, command, Map.of(), log, pidFile);
        process.await(() -> Files.exists(ready), "topics", progress);
        return process;
    }
}
