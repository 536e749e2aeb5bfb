package cn.quality.local.seeding;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Seeding from the command line, against a suite that runs. */
@Command(
        name = "seed",
        description = "Fills a running suite with its reference data and with fictional enterprises. "
                + "Running it again changes nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true)
public final class SeedCommand implements Callable<Integer> {

    @Option(names = "--scale", paramLabel = "N", description = "how many fictional enterprises")
    private int scale = SeedConfig.STANDARD_SCALE;

    @Option(names = "--gateway", paramLabel = "URL", description = "the suite's public address")
    private URI gateway = URI.create("http://localhost:8080");

    @Option(names = "--identity", paramLabel = "URL", description = "the realm")
    private URI identity = URI.create("http://localhost:8084/realms/quality");

    @Option(names = "--seeds", paramLabel = "DIR", description = "folder of the seed files")
    private Path seeds = Path.of("seeds");

    @Option(names = "--quiet", description = "only say how it ended")
    private boolean quiet;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SeedCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        if (scale < 1) {
            System.err.println("--scale must be at least 1");
            return CommandLine.ExitCode.USAGE;
        }
        try {
            var report = new Seeder(new SeedConfig(gateway, identity, seeds, scale, quiet)).run();
            report.print(report.isComplete() ? System.out : System.err);
            return report.isComplete() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (SeedException e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
