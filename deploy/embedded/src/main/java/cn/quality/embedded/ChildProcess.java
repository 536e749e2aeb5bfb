package cn.quality.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A process of ours, with its output in a file and its identity in another, so that the next run can stop it when this
 * one is killed.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration START_UP = Duration.ofSeconds(180);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int TAIL = 15;

    private final String name;
    private final Process process;
    private final Path log;
    private final Path pidFile;

    private ChildProcess(String name, Process process, Path log, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    /**
     * @param name as a reader knows the part
     * @param environment added to this process's own
     * @param log takes both outputs; the previous run's becomes {@code <log>.1}
     * @param pidFile holds the process's number and the moment of its start while it runs
     */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, Path pidFile) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.createDirectories(pidFile.toAbsolutePath().getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(deafToTheTerminal(command))
                    .redirectErrorStream(true)
                    // Appending, so that whoever empties a log that has grown too big does not leave a hole.
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            Files.writeString(pidFile, identity(process.toHandle()));
            return new ChildProcess(name, process, log, pidFile);
        } catch (IOException e) {
            throw new InfrastructureException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Stops what a killed run left behind; nothing happens when the number belongs to another program by now. */
    public static void stopLeftover(Path pidFile, Progress progress) {
        endLeftover(pidFile, leftover -> {
            progress.step("stopping the process of an earlier run");
            stop(leftover, PATIENCE);
        });
    }

    /** As {@link #stopLeftover}, without giving it time to write anything. */
    public static void killLeftover(Path pidFile) {
        endLeftover(pidFile, ChildProcess::destroyWithChildren);
    }

    private static void endLeftover(Path pidFile, Consumer<ProcessHandle> end) {
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            String identity = Files.readString(pidFile, StandardCharsets.UTF_8).strip();
            // A run killed while it wrote the file leaves half of it, and then the process is not to be told from
            // others.
            if (identity.matches("\\d{1,18} \\d{1,18}")) {
                long pid = Long.parseLong(identity.substring(0, identity.indexOf(' ')));
                ProcessHandle.of(pid)
                        .filter(leftover -> sameIdentity(identity, identity(leftover)))
                        .ifPresent(end);
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new InfrastructureException("Process file cannot be read: " + pidFile, e);
        }
    }

    /**
     * Ctrl-C goes to every process of the terminal at once, and closing the terminal too; but who stops first is up to
     * whoever started us. An ignored signal stays ignored by the program that the shell turns into.
     */
    private static List<String> deafToTheTerminal(List<String> command) {
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        shielded.addAll(command);
        return shielded;
    }

    /** Done when the process has ended, for whatever reason. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Kills without warning, as a crash would. */
    public void kill() {
        destroyWithChildren(process.toHandle());
    }

    /**
     * Waits until the part is ready.
     *
     * @param what the part is waited for to have, for the message when it does not come
     * @throws InfrastructureException when the process ends or does not get there in three minutes; the message has the
     *     last lines of its log
     */
    public void await(BooleanSupplier ready, String what, Progress progress) {
        long deadline = System.nanoTime() + START_UP.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new InfrastructureException("%s ended with status %d before it had %s; see %s%n%s"
                        .formatted(name, process.exitValue(), what, log, tail()));
            }
            if (System.nanoTime() > deadline) {
                stop(process.toHandle(), PATIENCE);
                throw new InfrastructureException("%s did not get %s within %d s; see %s%n%s"
                        .formatted(name, what, START_UP.toSeconds(), log, tail()));
            }
            pause();
        }
        progress.step("ready");
    }

    /**
     * Waits for a process that ends by itself.
     *
     * @throws InfrastructureException when it fails or does not end in three minutes
     */
    public void finish() {
        boolean ended = awaitExit(process.toHandle(), START_UP);
        close();
        if (!ended || process.exitValue() != 0) {
            throw new InfrastructureException("%s failed; see %s%n%s".formatted(name, log, tail()));
        }
    }

    /** Asks the process to end, waits, and kills it when it does not. */
    @Override
    public void close() {
        close(PATIENCE);
    }

    /** As {@link #close()}, for a process that has something to write before it ends. */
    public void close(Duration patience) {
        stop(process.toHandle(), patience);
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new InfrastructureException("Process file could not be removed: " + pidFile, e);
        }
    }

    private String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!awaitExit(process, patience)) {
            destroyWithChildren(process);
        }
    }

    /** A JVM that writes a start-up cache has another one do it, which a kill of the first would leave running. */
    private static void destroyWithChildren(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        awaitExit(process, PATIENCE);
    }

    private static boolean awaitExit(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("Interrupted while waiting", e);
        }
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().orElse(Instant.EPOCH).getEpochSecond();
    }

    private static boolean sameIdentity(String recorded, String seen) {
        String start = recorded.substring(recorded.indexOf(' ') + 1);
        String now = seen.substring(seen.indexOf(' ') + 1);
        // Linux computes the start from the boot time, which moves by a second when the clock is corrected.
        return Math.abs(Long.parseLong(start) - Long.parseLong(now)) <= 2;
    }
}
