package cn.quality.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void theTailOfALargeLogIsItsLastLines() throws Exception {
        Path log = Files.writeString(
                folder.resolve("log"),
                IntStream.range(0, 20_000).mapToObj(i -> "第" + i + "行").collect(Collectors.joining("\n")));

        assertThat(LogFile.tail(log, 3).lines()).containsExactly("第19997行", "第19998行", "第19999行");
    }

    @Test
    void aMissingLogIsNoFailure() {
        assertThat(LogFile.tail(folder.resolve("none"), 3)).isEqualTo("(no log)");
    }

    @Test
    void anOversizedLogIsEmptiedUnderItsWriter() throws Exception {
        Path log = folder.resolve("log");
        Process writer = new ProcessBuilder("bash", "-c", "echo first; read; echo second")
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        org.awaitility.Awaitility.await().until(() -> Files.exists(log) && Files.size(log) > 0);

        LogFile.bound(log, 3);
        writer.getOutputStream().close();
        writer.waitFor();

        assertThat(log).hasContent("second");
        assertThat(folder.resolve("log.1")).hasContent("first");
    }

    @Test
    void aSmallLogIsLeftAlone() throws Exception {
        Path log = Files.writeString(folder.resolve("log"), "x");

        LogFile.bound(log, 3);

        assertThat(log).hasContent("x");
        assertThat(folder.resolve("log.1")).doesNotExist();
    }
}
