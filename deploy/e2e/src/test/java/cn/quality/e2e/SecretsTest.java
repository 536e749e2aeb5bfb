package cn.quality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that was given no secrets does not start with those of the samples. */
class SecretsTest {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(strings = {"credit-service", "standards-service", "indicator-service", "gateway"})
    void withoutSecretsAProgramEndsAndSaysWhichIsMissing(String program) throws Exception {
        assertThat(outputOf(program))
                .contains("quality.secrets.database", "quarkus.datasource.password")
                .contains("quality.secrets.migrations", "quarkus.flyway.password");
    }

    @Test
    void theGatewayWantsTheSecretOfItsClientAsWell() throws Exception {
        assertThat(outputOf("gateway", "-Dquarkus.datasource.password=given", "-Dquarkus.flyway.password=given"))
                .contains("gateway.session.client-secret");
    }

    /** Until it ends by itself, and not in good order. */
    private static String outputOf(String program, String... given) throws IOException, InterruptedException {
        var folder = Files.createDirectories(HOME.resolve("deploy/e2e/target"));
        var log = Files.createTempFile(folder, program, ".log");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Suite.serviceFlags());
        command.addAll(List.of(given));
        command.addAll(List.of(
                "-Dquarkus.http.port=0",
                "-Dquarkus.oidc.auth-server-url=http://127.0.0.1:1/realms/quality",
                "-Dkafka.bootstrap.servers=127.0.0.1:1",
                "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none",
                "-Dquarkus.datasource.username=none",
                "-Dquarkus.flyway.username=none",
                "-jar",
                HOME.resolve(program)
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(process.exitValue()).isNotZero();
            return Files.readString(log);
        } finally {
            process.destroyForcibly();
        }
    }
}
