package cn.quality.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

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
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
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
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            String identity = Files.readString(pidFile, StandardCharsets.UTF_8).strip();
            long pid = Long.parseLong(identity.substring(0, identity.indexOf(' ')));
            ProcessHandle.of(pid)
                    .filter(leftover -> sameIdentity(identity, identity(leftover)))
                    .ifPresent(leftover -> {
                        progress.step("stopping the process of an earlier run");
                        stop(leftover);
                    });
            Files.deleteIfExists(pidFile);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new InfrastructureException("Not a process file of ours: " + pidFile, e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Kills without warning, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(process.toHandle(), PATIENCE);
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
                stop(process.toHandle());
                throw new InfrastructureException("%s did not get %s within %d s; see %s%n%s"
                        .formatted(name, what, START_UP.toSeconds(), log, tail()));
            }
            pause();
        }
        progress.step("ready");
    }

    /** Asks the process to end, waits, and kills it when it does not. */
    @Override
    public void close() {
        stop(process.toHandle());
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

    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!awaitExit(process, PATIENCE)) {
            process.destroyForcibly();
            awaitExit(process, PATIENCE);
        }
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
