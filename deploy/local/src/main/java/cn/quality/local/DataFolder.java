package cn.quality.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that holds everything a run leaves: data, logs, process files, start-up caches. Locked by the launcher for
 * as long as it lives; the lock is the kernel's, so {@code kill -9} releases it and what is left in {@code run/} is
 * known to be orphaned.
 */
final class DataFolder implements AutoCloseable {

    private static final long NEEDED_MEGABYTES = 1_000;
    private static final long MEGABYTE = 1_048_576;

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the folder when missing and takes it for this process.
     *
     * @throws LaunchException when it cannot be written, has less than a gigabyte free, or another launcher has it
     */
    static DataFolder take(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root.resolve("run"));
            Files.createDirectories(root.resolve("logs"));
            Files.createDirectories(root.resolve("aot"));
            requireSpace(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("run/lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String holder = Files.readString(root.resolve("run/lock")).strip();
                channel.close();
                throw new LaunchException(
                        "The suite is running already on %s (process %s). Stop it with Ctrl-C there or with kill %s,%n"
                                        .formatted(root, holder, holder)
                                + "or run a second one beside it: --data OTHER_FOLDER --port-offset 1000");
            }
            channel.truncate(0);
            String self = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(root, channel);
        } catch (AccessDeniedException e) {
            throw new LaunchException(
                    "%s cannot write %s: it belongs to another user. Make it yours (chown -R), or choose another: --data FOLDER"
                            .formatted(System.getProperty("user.name"), e.getFile()),
                    e);
        } catch (IOException e) {
            throw new LaunchException("The data folder %s cannot be used: %s".formatted(root, e.getMessage()), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            // A second suite in this very JVM, as tests may have it.
            return false;
        }
    }

    private static void requireSpace(Path root) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace() / MEGABYTE;
        if (free < NEEDED_MEGABYTES) {
            throw new LaunchException(
                    "Too little disk: the suite needs %d MB in %s, %d MB are free. Other place: --data FOLDER"
                            .formatted(NEEDED_MEGABYTES, root, free));
        }
    }

    Path root() {
        return root;
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(PartName part) {
        return logs().resolve(part.key() + ".log");
    }

    Path processFile(PartName part) {
        return root.resolve("run").resolve(part.key() + ".pid");
    }

    /** Settings of a part that is left out, for whoever starts it from an IDE. */
    Path environmentFile(PartName part) {
        return processFiles().resolve(part.key() + ".env");
    }

    Path processFiles() {
        return root.resolve("run");
    }

    /** Start-up caches of the JVMs; they follow from the programs and the JDK, so {@code --fresh} keeps them. */
    Path caches() {
        return root.resolve("aot");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    /** Outside the data: the library sweeps this one. */
    Path postgresPrograms() {
        return root.resolve("programs/postgres");
    }

    /** Process file and start-up cache; what Keycloak knows is in PostgreSQL. */
    Path keycloak() {
        return root.resolve("keycloak");
    }

    /** For a Kafka node that only records its start. */
    Path scratch() {
        return root.resolve("run/scratch");
    }

    /** Evidence files; their rows are in PostgreSQL, so both go together. */
    static Path evidence(Path root) {
        return root.resolve("evidence");
    }

    /** What was seeded last, so that it is not done again. */
    Path seeded() {
        return root.resolve("seeded");
    }

    /** Deletes the data of PostgreSQL and Kafka and the evidence files; the caller has stopped all. */
    void wipe() {
        List.of(postgres(), kafka(), evidence(root), seeded()).forEach(DataFolder::delete);
    }

    /** Deletes what an interrupted recording left. */
    void deleteUnfinishedCaches() {
        delete(scratch());
        try (Stream<Path> files = Files.list(caches())) {
            files.filter(file -> file.getFileName().toString().contains(".new")).forEach(DataFolder::delete);
        } catch (IOException e) {
            throw new LaunchException("%s cannot be read: %s".formatted(caches(), e.getMessage()), e);
        }
    }

    private static void delete(Path file) {
        try (Stream<Path> content = Files.exists(file) ? Files.walk(file) : Stream.empty()) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LaunchException("%s could not be deleted: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LaunchException("The lock of " + root + " could not be released", e);
        }
    }
}
