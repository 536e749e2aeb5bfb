package cn.quality.e2e;

import cn.quality.local.PartName;
import cn.quality.local.Suite;
import cn.quality.local.SuiteOptions;
import cn.quality.local.seeding.SeedConfig;
import cn.quality.local.seeding.Seeder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one suite for all tests, seeds it, and stops it at the end. Gives tests an {@link Actors}, and the {@link Collector}
 * that gets one trace in a hundred.
 */
final class RunningSuite implements BeforeAllCallback, ParameterResolver {

    /** What is stored and shown, for tests that count it. */
    static final String CONTENTS = "contents of the suite";

    /** Read by a class that runs beside others, locked by one that stops parts of the suite. */
    static final String PARTS = "parts of the suite";

    /** Shorter than what holds without it, so that a test need not wait so long. */
    static final Duration HEAD_TIME = Duration.ofSeconds(3);

    private static final int SCALE = 60;

    @Override
    public void beforeAll(ExtensionContext context) {
        started(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Set.of(Actors.class, Collector.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var started = started(context);
        return parameter.getParameter().getType() == Actors.class ? started.actors : started.collector;
    }

    private static Started started(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Started.class, key -> new Started(), Started.class);
    }

    private static final class Started implements AutoCloseable {

        private final Collector collector = new Collector();
        private final Suite suite;
        private final Actors actors;

        Started() {
            var home = Path.of("../..").toAbsolutePath().normalize();
            suite = Suite.open(SuiteOptions.beside(home, folder(home)).telling(settings()));
            suite.start();
            var report = new Seeder(new SeedConfig(
                            suite.url(PartName.GATEWAY), suite.issuer(), home.resolve("seeds"), SCALE, true))
                    .run();
            if (!report.isComplete()) {
                throw new IllegalStateException(report.summary() + " " + report.rejected());
            }
            actors = new Actors(suite);
        }

        private Map<String, String> settings() {
            var settings = new HashMap<>(collector.settings());
            settings.put("GATEWAY_EDGE_HEAD_TIME", HEAD_TIME.toString());
            return settings;
        }

        @Override
        public void close() {
            suite.close();
            collector.close();
        }

        private static Path folder(Path home) {
            try {
                return Files.createTempDirectory(Files.createDirectories(home.resolve("deploy/e2e/target")), "suite-");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
