package cn.quality.local;

import cn.quality.local.seeding.SeedConfig;
import cn.quality.local.seeding.SeedReport;
import cn.quality.local.seeding.SeedStamp;
import cn.quality.local.seeding.Seeder;
import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The command line behind {@code deploy/up}: starts, seeds, tells where everything is, and stops on Ctrl-C. */
@Command(
        name = "deploy/up",
        sortOptions = false,
        usageHelpAutoWidth = false,
        usageHelpWidth = 100,
        header = {
            "Builds and starts the whole suite on this machine, loads the sample data, and prints where everything is.",
            ""
        },
        description = {
            "",
            "Needs a JDK 25 (found by itself: JAVA_HOME, the usual folders, PATH) and nothing else installed.",
            "PostgreSQL, Kafka and Keycloak come from Maven Central with the first build. Everything listens on",
            "127.0.0.1 only. Ctrl-C stops it in order; the data stays and the next start goes on with it. After a",
            "crash or kill -9 the next start ends what was left running, and nothing else.",
            ""
        },
        optionListHeading = "Options:%n",
        footer = {
            "",
            "Folders below the data folder: logs/ (one per part; build.log), postgres/, kafka/ (the data),",
            "aot/ (start-up caches, recorded in the background after the first start), run/ (process files).",
            "",
            "Exit status: 0 stopped, 1 did not start or a part ended by itself, 2 wrong option, 3 no JDK 25,",
            "4 disk, 5 no right to write, 6 build failed, 130 Ctrl-C."
        })
public final class Up implements Callable<Integer> {

    private static final Duration LOG_CHECK = Duration.ofMinutes(1);
    private static final long LOG_BYTES = 50_000_000;

    @Option(names = "--fresh", description = "Delete the data first and start over (keeps logs and start-up caches).")
    private boolean fresh;

    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Number of fictional enterprises to seed (default: ${DEFAULT-VALUE}).")
    private int scale;

    @Option(names = "--no-seed", description = "Load no sample data.")
    private boolean noSeed;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where data, logs and caches go (default: .local in the repository).")
    private @Nullable Path data;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Move all ports by N, for a second suite beside the first.")
    private int offset;

    @Option(
            names = "--peak",
            description = "Let the services' JVMs compile for throughput, with more memory: for measuring at scale.")
    private boolean peak;

    @Option(
            names = "--without",
            paramLabel = "PART",
            split = ",",
            description = "Leave out indicator, credit, standards or gateway (several by comma) to run it from an IDE;"
                    + " its settings are written to run/PART.env. Loads no sample data.")
    private Set<PartName> without = EnumSet.noneOf(PartName.class);

    @Option(names = "--plain", description = "Plain lines instead of a live display; automatic without a terminal.")
    private boolean plain;

    private final Map<PartName, Integer> ports = new EnumMap<>(PartName.class);
    private final PrintStream out = System.out;
    private Display display = Display.silent();
    private volatile boolean stopping;

    private Up() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        var up = new Up();
        CommandSpec spec = CommandSpec.forAnnotatedObject(up);
        for (PartName part : PartName.values()) {
            spec.addOption(OptionSpec.builder(part.portOption())
                    .paramLabel("N")
                    .type(Integer.class)
                    .description("Port of %s (default: %d).".formatted(part.title(), part.standardPort()))
                    .setter(new CommandLine.Model.ISetter() {
                        @Override
                        @SuppressWarnings("unchecked")
                        public <T> T set(T value) {
                            if (value instanceof Integer port) {
                                up.ports.put(part, port);
                            }
                            return value;
                        }
                    })
                    .build());
        }
        spec.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .description("This text.")
                .build());
        return new CommandLine(spec)
                .registerConverter(PartName.class, Up::program)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (!up.stopping) {
                        up.display.close();
                        line.getErr().println(System.lineSeparator() + failure.getMessage());
                    }
                    return 1;
                });
    }

    private static PartName program(String key) {
        try {
            return PartName.program(key);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException("'%s' is not %s".formatted(key, e.getMessage()));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (scale < 1) {
            throw new LaunchException("--scale must be at least 1; --no-seed loads nothing");
        }
        long begin = System.nanoTime();
        display = live() ? Display.live(out) : Display.plain(out);
        SuiteOptions options = options();
        Suite suite = Suite.open(options, display);
        var caches = new CacheTraining(suite.programs(), suite.folder());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(caches, suite)));
        if (fresh) {
            suite.wipe();
        }
        suite.start();
        display.close();
        out.printf("%nReady after %.1f s.%n%n", seconds(begin));
        if (!noSeed && without.isEmpty()) {
            seed(suite, options);
        }
        new Welcome(suite, options).print(out);
        caches.begin();
        return watch(suite);
    }

    private void seed(Suite suite, SuiteOptions options) {
        Path seeds = options.home().resolve("seeds");
        SeedStamp stamp = SeedStamp.of(seeds, scale);
        if (stamp.isOn(suite.folder().seeded())) {
            out.printf("Sample data of %,d enterprises is there.%n%n", scale);
            return;
        }
        long begin = System.nanoTime();
        out.printf("Loading the sample data: %,d fictional enterprises.%n", scale);
        SeedReport report =
                new Seeder(new SeedConfig(suite.url(PartName.GATEWAY), suite.issuer(), seeds, scale, false)).run();
        report.print(out);
        if (report.isComplete()) {
            stamp.put(suite.folder().seeded());
        }
        out.printf("Seeding took %.1f s.%n%n", seconds(begin));
    }

    private boolean live() {
        Console console = System.console();
        return !plain && console != null && console.isTerminal();
    }

    private SuiteOptions options() {
        Path home = Path.of(System.getProperty("quality.home", "")).toAbsolutePath();
        PortPlan plan = PortPlan.standard().shifted(offset);
        for (var port : ports.entrySet()) {
            plan = plan.with(port.getKey(), port.getValue());
        }
        return new SuiteOptions(
                home,
                data == null ? home.resolve(".local") : data.toAbsolutePath(),
                plan,
                peak,
                Set.copyOf(without),
                Map.of());
    }

    /** Returns only when a part has died. */
    private Integer watch(Suite suite) throws InterruptedException {
        while (true) {
            try {
                var dead = suite.firstDeath().get(LOG_CHECK.toMillis(), TimeUnit.MILLISECONDS);
                throw new LaunchException(suite.obituary(dead) + System.lineSeparator() + "Stopping the rest.");
            } catch (TimeoutException e) {
                suite.boundLogs(LOG_BYTES);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void stop(CacheTraining caches, Suite suite) {
        stopping = true;
        // Whatever becomes of the caches, the suite is stopped.
        try (suite;
                caches) {
            out.println();
        }
        display.close();
    }

    static double seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
