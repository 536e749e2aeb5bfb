package cn.quality.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class UpTest {

    private static final Path HELP = Bash.REPOSITORY.resolve("deploy/lib/up-help.txt");

    /** deploy/up prints the file, so that help needs neither a JDK nor a build. */
    @Test
    void theHelpTextInTheRepositoryIsThatOfTheOptions() throws Exception {
        String usage = Up.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);
        Path actual = Files.writeString(Path.of("target", "up-help.txt"), usage);

        assertThat(HELP).as("cp deploy/local/" + actual + " deploy/lib/").hasContent(usage);
    }

    @Test
    void everyPartHasAPortOptionAndHelpIsPrintedFromAnywhere() throws Exception {
        var help = Bash.run("jdk.sh", "cd / && '" + Bash.REPOSITORY + "/deploy/up' --help", java.util.Map.of());

        assertThat(help.status()).isZero();
        for (PartName part : PartName.values()) {
            assertThat(help.output()).contains(part.portOption() + "=N");
        }
    }

    @Test
    void aWrongOptionIsRefusedBeforeAnythingStarts() {
        var errors = new StringWriter();
        var line = Up.commandLine().setErr(new PrintWriter(errors));

        assertThat(line.execute("--port-gateway", "eighty")).isEqualTo(2);
        assertThat(errors.toString()).contains("--port-gateway").contains("eighty");
        assertThat(line.execute("--without", "credit,kafka")).isEqualTo(2);
        assertThat(errors.toString()).contains("'kafka' is not one of indicator, credit, standards, gateway");
        assertThat(line.execute("--scale", "0")).isEqualTo(1);
        assertThat(errors.toString()).contains("--no-seed");
    }
}
