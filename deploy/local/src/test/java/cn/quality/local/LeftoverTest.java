package cn.quality.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.embedded.ChildProcess;
import cn.quality.embedded.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a launcher leaves when it is killed, and what the next one makes of it. */
class LeftoverTest {

    @TempDir
    Path folder;

    /** A launcher in miniature: starts one child and waits to be killed. */
    static final class Launcher {

        private Launcher() {}

        public static void main(String[] folder) throws InterruptedException {
            Path files = Path.of(folder[0]);
            try (var child = child(files)) {
                child.onExit().join();
            }
        }
    }

    @Test
    void aChildOutlivesItsKilledLauncherAndIsEndedByTheNext() throws Exception {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        Path file = processFile(folder);
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> Files.exists(file) && Files.size(file) > 0);
        ProcessHandle child = recorded(file);

        launcher.destroyForcibly().waitFor();
        assertThat(child.isAlive()).isTrue();

        ChildProcess.stopLeftover(file, Progress.silent());

        assertThat(child.isAlive()).isFalse();
        assertThat(file).doesNotExist();
    }

    @Test
    void aNumberThatAnotherProgramHasByNowIsLeftAlone() throws Exception {
        try (var stranger = child(folder)) {
            Path file = folder.resolve("old.pid");
            Files.writeString(file, stranger.pid() + " 1000000000");

            ChildProcess.stopLeftover(file, Progress.silent());

            assertThat(stranger.alive()).isTrue();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void halfAProcessFileIsNoObstacle() throws Exception {
        Path file = Files.writeString(folder.resolve("half.pid"), "123");

        ChildProcess.stopLeftover(file, Progress.silent());

        assertThat(file).doesNotExist();
    }

    @Test
    void ctrlCAtTheTerminalDoesNotReachAChild() throws Exception {
        try (var child = child(folder)) {
            // Before it is what was asked for, its shell is on the way to shield it.
            Awaitility.await()
                    .until(() -> ProcessHandle.of(child.pid())
                            .flatMap(process -> process.info().command())
                            .filter(command -> !command.endsWith("sh"))
                            .isPresent());
            int sent = new ProcessBuilder("kill", "-INT", Long.toString(child.pid()))
                    .start()
                    .waitFor();

            assertThat(sent).isZero();
            assertThat(child.onExit()).isNotDone();
            // SIGTERM is heard, so the silence above was not slowness: the signals arrive in order.
            ProcessHandle.of(child.pid()).orElseThrow().destroy();
            assertThat(child.onExit().get(10, TimeUnit.SECONDS).exitValue()).isEqualTo(128 + 15);
        }
    }

    private static ChildProcess child(Path folder) {
        return ChildProcess.start(
                "child", List.of("sleep", "600"), Map.of(), folder.resolve("child.log"), processFile(folder));
    }

    private static Path processFile(Path folder) {
        return folder.resolve("child.pid");
    }

    private static ProcessHandle recorded(Path file) throws java.io.IOException {
        String content = Files.readString(file);
        return ProcessHandle.of(Long.parseLong(content.substring(0, content.indexOf(' '))))
                .orElseThrow();
    }
}
