package cn.quality.local;

import cn.quality.embedded.ChildProcess;
import java.util.concurrent.CompletableFuture;

/** A part that is a child of this JVM. */
record OwnProcess(ChildProcess process) implements Part.Running {

    @Override
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void stop() {
        process.close();
    }

    @Override
    public void kill() {
        process.kill();
    }
}
