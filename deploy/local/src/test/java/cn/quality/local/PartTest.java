package cn.quality.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.embedded.ChildProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {

    @TempDir
    Path folder;

    private final BlockingQueue<PartName> deaths = new LinkedBlockingQueue<>();
    private final AtomicInteger sweeps = new AtomicInteger();

    @Test
    void anEndThatNobodyAskedForIsToldOnce() throws Exception {
        Part part = sleeper();
        part.start();
        long pid = part.pid().orElseThrow();

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        assertThat(deaths.poll(10, TimeUnit.SECONDS)).isEqualTo(PartName.CREDIT);
        assertThat(part.pid()).isEmpty();
        assertThat(deaths).isEmpty();
    }

    @Test
    void whoStopsOrKillsAPartHearsNothingAndCanStartItAgain() throws Exception {
        Part part = sleeper();
        part.start();
        ProcessHandle first = ProcessHandle.of(part.pid().orElseThrow()).orElseThrow();
        part.kill();
        assertThat(first.isAlive()).isFalse();

        part.start();
        ProcessHandle second = ProcessHandle.of(part.pid().orElseThrow()).orElseThrow();
        assertThat(second).isNotEqualTo(first);
        part.stop();

        assertThat(second.isAlive()).isFalse();
        assertThat(deaths.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void startingTwiceStartsOnce() {
        Part part = sleeper();
        part.start();
        long pid = part.pid().orElseThrow();

        part.start();

        assertThat(part.pid()).contains(pid);
        part.stop();
    }

    @Test
    void whatAFailedStartLeavesIsSweptAndTheReasonIsTold() {
        Part part = part(progress -> {
            throw new LaunchException("no room");
        });

        assertThatThrownBy(part::start).hasMessage("no room");

        assertThat(sweeps).hasValue(1);
        assertThat(part.pid()).isEmpty();
    }

    private Part sleeper() {
        return part(progress -> new OwnProcess(ChildProcess.start(
                "sleeper", List.of("sleep", "600"), Map.of(), folder.resolve("log"), folder.resolve("pid"))));
    }

    private Part part(Part.Launch launch) {
        return new Part(PartName.CREDIT, launch, sweeps::incrementAndGet, Display.silent(), deaths::add);
    }
}
