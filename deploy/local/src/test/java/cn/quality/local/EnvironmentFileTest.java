package cn.quality.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {

    @TempDir
    Path folder;

    @Test
    void aShellReadsBackWhatWasWritten() throws Exception {
        var environment = Map.of(
                "QUARKUS_HTTP_PORT", "8081",
                "QUALITY_EVIDENCE_FOLDER", "/home/li wei/it's $HOME/`evidence`",
                "EMPTY", "");
        Path file = EnvironmentFile.write(folder.resolve("indicator.env"), environment);

        for (var setting : environment.entrySet()) {
            var read = Bash.run(
                    "jdk.sh",
                    "set -a; . '%s'; set +a; env | sed -n 's/^%s=//p'".formatted(file, setting.getKey()),
                    Map.of());
            assertThat(read.output()).isEqualTo(setting.getValue());
        }
    }

    @Test
    void plainValuesStandWithoutQuotesAndInOrder() throws Exception {
        Path file = EnvironmentFile.write(
                folder.resolve("credit.env"), Map.of("B", "jdbc:postgresql://127.0.0.1:15432/credit", "A", "x,y"));

        assertThat(Files.readAllLines(file)).containsExactly("A=x,y", "B=jdbc:postgresql://127.0.0.1:15432/credit");
    }
}
