package cn.quality.local;

import cn.quality.embedded.ChildProcess;
import cn.quality.embedded.EmbeddedKafka;
import cn.quality.embedded.EmbeddedKeycloak;
import cn.quality.embedded.Ports;
import cn.quality.embedded.Progress;
import cn.quality.embedded.StartupCache;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Records the start-up caches that are missing, in the background and at the lowest priority, once everything is ready:
 * of each program one more replica is started beside the running one and ended as soon as it is ready, upon which its
 * JVM writes the cache. Services are made to run in several replicas, so this disturbs nobody; having the running ones
 * record would make the first Ctrl-C take half a minute.
 */
final class CacheTraining implements AutoCloseable {

    private static final Duration WRITING = Duration.ofMinutes(3);

    /** Starts a replica that records, and returns when it is ready. */
    private interface Rehearsal {
        ChildProcess of(StartupCache cache, Path log, Path processFile);
    }

    private final Programs programs;
    private final DataFolder folder;
    private final Path processFile;
    private boolean closed;

    CacheTraining(Programs programs, DataFolder folder) {
        this.programs = programs;
        this.folder = folder;
        this.processFile = processFile(folder);
    }

    /** Ends what a killed run left; the running suite knows nothing of these processes. */
    static void sweep(DataFolder folder) {
        ChildProcess.killLeftover(processFile(folder));
        folder.deleteUnfinishedCaches();
    }

    private static Path processFile(DataFolder folder) {
        return folder.processFiles().resolve("recording.pid");
    }

    /** Returns at once; nothing happens when all caches are there. */
    void begin() {
        Thread.ofPlatform().daemon().name("start-up caches").start(this::recordMissing);
    }

    private void recordMissing() {
        try {
            for (PartName service : PartName.ours()) {
                record(programs.startupCache(service, folder), (cache, log, pid) -> replica(service, cache, log, pid));
            }
            var keycloak = programs.keycloak(folder);
            record(
                    EmbeddedKeycloak.startupCache(keycloak),
                    (cache, log, pid) -> EmbeddedKeycloak.rehearse(cache, keycloak, log, pid));
            record(
                    EmbeddedKafka.startupCache(folder.caches()),
                    (cache, log, pid) -> EmbeddedKafka.rehearse(cache, folder.scratch(), log, pid));
        } catch (RuntimeException e) {
            // Only the speed of the next start is lost, and the replica's own log has the reason.
            System.getLogger(CacheTraining.class.getName()).log(System.Logger.Level.DEBUG, "No start-up cache", e);
        }
    }

    private void record(StartupCache cache, Rehearsal rehearsal) {
        if (!cache.wanted() || isClosed()) {
            return;
        }
        ChildProcess replica = rehearsal.of(cache, folder.logs().resolve("recording.log"), processFile);
        replica.close(WRITING);
        if (!isClosed()) {
            cache.keep();
        }
    }

    private ChildProcess replica(PartName service, StartupCache cache, Path log, Path pid) {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(programs.environment(service));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        var process = ChildProcess.start(service.title() + " (recording)", cache.recording(), environment, log, pid);
        URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        process.await(() -> Probe.answers(ready), "ready", Progress.silent());
        return process;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Kills the replica of the moment, if any; what it has recorded is lost, and recorded next time. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        sweep(folder);
    }
}
