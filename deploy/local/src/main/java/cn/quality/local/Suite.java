package cn.quality.local;

import cn.quality.embedded.ChildProcess;
import cn.quality.embedded.Databases;
import cn.quality.embedded.EmbeddedKafka;
import cn.quality.embedded.EmbeddedKeycloak;
import cn.quality.embedded.EmbeddedPostgres;
import cn.quality.embedded.Progress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The whole suite as an object. A test says
 *
 * <pre>{@code
 * try (Suite suite = Suite.open(SuiteOptions.beside(home, folder))) {
 *     suite.start();
 *     suite.part(PartName.KAFKA).stop();
 *     suite.part(PartName.KAFKA).start();
 *     suite.part(PartName.CREDIT).kill();
 *     suite.part(PartName.CREDIT).start();
 * }
 * }</pre>
 */
public final class Suite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SuiteOptions options;
    private final DataFolder folder;
    private final Programs programs;
    private final Display display;
    private final Map<PartName, Part> parts = new EnumMap<>(PartName.class);
    private final CompletableFuture<PartName> firstDeath = new CompletableFuture<>();
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();

    private Suite(SuiteOptions options, DataFolder folder, Display display) {
        this.options = options;
        this.folder = folder;
        this.display = display;
        this.programs = new Programs(options);
        add(PartName.POSTGRES, this::postgres);
        add(PartName.KAFKA, this::kafka);
        add(PartName.KEYCLOAK, this::keycloak);
        PartName.ours().forEach(name -> add(name, progress -> service(name, progress)));
    }

    /** The flags of the JVM that every service is started with; for a test that starts one alone. */
    public static List<String> serviceFlags() {
        return Programs.JVM;
    }

    private void add(PartName name, Part.Launch launch) {
        parts.put(name, new Part(name, launch, () -> sweep(name, step -> {}), display, firstDeath::complete));
    }

    /** Takes the data folder and ends what a killed run left on it; starts nothing yet. */
    public static Suite open(SuiteOptions options) {
        return open(options, Display.silent());
    }

    static Suite open(SuiteOptions options, Display display) {
        new Programs(options).requireBuilt();
        var suite = new Suite(options, DataFolder.take(options.data()), display);
        suite.sweepAll();
        return suite;
    }

    /** Deletes the data; the suite must not have been started. */
    void wipe() {
        folder.wipe();
    }

    /**
     * Starts every part as early as what it needs allows, and returns when the gateway reports that all are ready; where a
     * part is left out, when those that were started are.
     *
     * @throws LaunchException when a port is taken or a part does not start; what has started is stopped again
     */
    public void start() {
        options.ports().requireFree(options.leftOut());
        // Consumers that come before their topics would not notice them for minutes; later runs have them on disk.
        boolean topicsExist = Files.exists(folder.kafka().resolve("ready"));
        try {
            var postgres = starting(PartName.POSTGRES);
            var kafka = starting(PartName.KAFKA);
            var all = Stream.<CompletableFuture<Void>>builder().add(postgres).add(kafka);
            var ground = topicsExist ? postgres : CompletableFuture.allOf(postgres, kafka);
            for (PartName name : PartName.ours()) {
                if (options.leftOut().contains(name)) {
                    EnvironmentFile.write(folder.environmentFile(name), programs.environment(name));
                    display.show(name, Display.State.STOPPED, "left out");
                } else {
                    all.add(ground.thenCompose(ready -> starting(name)));
                }
            }
            all.add(postgres.thenCompose(ready -> starting(PartName.KEYCLOAK)));
            firstFailureOrAll(all.build().toList()).join();
            if (options.leftOut().isEmpty()) {
                awaitHealth();
            }
        } catch (CompletionException e) {
            close();
            throw new LaunchException(reason(e), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private CompletableFuture<Void> starting(PartName name) {
        return CompletableFuture.runAsync(() -> part(name).start(), starters);
    }

    /** Like allOf, but does not wait for the others once one has failed or died. */
    private CompletableFuture<Object> firstFailureOrAll(List<CompletableFuture<Void>> all) {
        var trouble = new CompletableFuture<Void>();
        var watched = all.stream()
                .map(one -> one.whenComplete((done, failure) -> {
                    if (failure != null) {
                        trouble.completeExceptionally(failure);
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);
        var death = firstDeath.thenAccept(dead -> {
            throw new LaunchException(obituary(dead));
        });
        return CompletableFuture.anyOf(CompletableFuture.allOf(watched), trouble, death);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private void awaitHealth() {
        URI health = url(PartName.GATEWAY).resolve("/health");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Probe.answers(health)) {
            if (System.nanoTime() > deadline) {
                throw new LaunchException("The gateway does not find every part ready: curl -s " + health);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted", e);
        }
    }

    public Part part(PartName name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalStateException("A suite has every part: " + name);
        }
        return part;
    }

    /**
     * Starts another process of one of our programs beside the one that belongs to the suite, on the same database and broker.
     * Whoever starts it stops it.
     *
     * @param name of its log and its process file
     * @param environment on top of the part's own
     */
    public ChildProcess beside(PartName part, String name, int port, Map<String, String> environment) {
        var all = new HashMap<>(programs.environment(part));
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.putAll(environment);
        var process = ChildProcess.start(
                name,
                programs.startupCache(part, folder).command(),
                all,
                folder.logs().resolve(name + ".log"),
                folder.processFiles().resolve(name + ".pid"));
        process.await(
                () -> Probe.answers(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port))),
                "ready",
                step -> {});
        return process;
    }

    /** Where a part answers HTTP; of PostgreSQL and Kafka, where it listens. */
    public URI url(PartName name) {
        return programs.url(name);
    }

    /** The realm that issues the tokens. */
    public URI issuer() {
        return programs.issuer();
    }

    public String jdbcUrl(String database) {
        return programs.jdbcUrl(database);
    }

    public Path log(PartName name) {
        return folder.log(name);
    }

    Programs programs() {
        return programs;
    }

    DataFolder folder() {
        return folder;
    }

    /** Completes with the first part that ends although nobody asked it to. */
    public CompletableFuture<PartName> firstDeath() {
        return firstDeath;
    }

    /** What to tell about a part that died. */
    String obituary(PartName dead) {
        return "%s ended by itself. The end of %s:%n%s"
                .formatted(dead.title(), folder.log(dead), LogFile.tail(folder.log(dead), 20));
    }

    /**
     * Stops everything: gateway, services, Keycloak, Kafka, PostgreSQL. Data stays. A part that does not end in 20
     * seconds is killed.
     */
    @Override
    public synchronized void close() {
        starters.shutdownNow();
        try {
            boolean ended = starters.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                display.say("A part is still starting; waiting for it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        part(PartName.GATEWAY).stop();
        try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.values().stream()
                    .filter(part -> part.name().isService())
                    .forEach(part -> stoppers.execute(part::stop));
        }
        part(PartName.KEYCLOAK).stop();
        part(PartName.KAFKA).stop();
        part(PartName.POSTGRES).stop();
        folder.close();
    }

    /** Empties the logs that have grown beyond so many bytes; the former content is in {@code <log>.1}. */
    void boundLogs(long bytes) {
        for (PartName name : PartName.values()) {
            LogFile.bound(folder.log(name), bytes);
        }
    }

    private void sweepAll() {
        CacheTraining.sweep(folder);
        for (PartName name : List.of(PartName.values()).reversed()) {
            sweep(name, step -> display.say(name.title() + ": " + step));
        }
    }

    /** Ends what a killed run, or an interrupted start, left of a part; nothing else is ever touched. */
    private void sweep(PartName name, Progress progress) {
        if (name == PartName.POSTGRES) {
            EmbeddedPostgres.stopLeftover(folder.postgres(), progress);
        } else {
            ChildProcess.stopLeftover(processFile(name), progress);
        }
    }

    private Path processFile(PartName name) {
        return switch (name) {
            case KAFKA -> folder.kafka().resolve("pid");
            case KEYCLOAK -> folder.keycloak().resolve("pid");
            default -> folder.processFile(name);
        };
    }

    private Part.Running postgres(Progress progress) {
        var settings = EmbeddedPostgres.Settings.durable(
                folder.postgres(),
                folder.postgresPrograms(),
                folder.log(PartName.POSTGRES),
                programs.port(PartName.POSTGRES));
        return PostgresProcess.of(EmbeddedPostgres.start(settings, Databases.ALL, progress), folder.postgres());
    }

    private Part.Running kafka(Progress progress) {
        return new OwnProcess(EmbeddedKafka.spawn(
                folder.kafka(), programs.port(PartName.KAFKA), folder.logs(), folder.caches(), progress));
    }

    private Part.Running keycloak(Progress progress) {
        return new OwnProcess(EmbeddedKeycloak.start(programs.keycloak(folder), progress));
    }

    private Part.Running service(PartName name, Progress progress) {
        var process = ChildProcess.start(
                name.title(),
                programs.startupCache(name, folder).command(),
                programs.environment(name),
                folder.log(name),
                folder.processFile(name));
        process.await(() -> Probe.answers(programs.readiness(name)), "ready", progress);
        return new OwnProcess(process);
    }
}
