package cn.quality.local;

import cn.quality.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** PostgreSQL, which is no child of this JVM: pg_ctl detaches it, so it is known by its own process file. */
record PostgresProcess(EmbeddedPostgres server, ProcessHandle process) implements Part.Running {

    static PostgresProcess of(EmbeddedPostgres server, Path data) {
        try {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            return new PostgresProcess(server, ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new LaunchException("PostgreSQL runs, but its process file cannot be read in " + data, e);
        }
    }

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
        server.close();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }
}
