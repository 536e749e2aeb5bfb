package cn.quality.credit.evidence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

/** Evidence in a folder: {@code incoming/} for what is on its way, {@code ab/abcd…} for what has its place. */
@ApplicationScoped
class FileSystemStore implements EvidenceStore {

    private static final int PIECE = 65_536;

    /** Nobody uploads that long: what is older was left by a process that died. */
    private static final Duration LEFT_OVER = Duration.ofDays(1);

    private final EvidenceConfig config;
    private final Clock clock;

    FileSystemStore(EvidenceConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void open(@Observes StartupEvent start) {
        try {
            Files.createDirectories(incoming());
            try (var files = Files.list(incoming())) {
                for (var file : (Iterable<Path>) files::iterator) {
                    var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
                    if (age.compareTo(LEFT_OVER) > 0) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder quality.evidence.folder cannot be used", e);
        }
    }

    @Override
    public Arrival receive(InputStream content, long limit) {
        var file = incoming().resolve(UUID.randomUUID().toString());
        boolean whole = false;
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var piece = new byte[PIECE];
            long size = 0;
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                size += read;
                if (size > limit) {
                    throw EvidenceProblems.tooLong(limit);
                }
                digest.update(piece, 0, read);
                for (var rest = ByteBuffer.wrap(piece, 0, read); rest.hasRemaining(); ) {
                    out.write(rest);
                }
            }
            out.force(true);
            whole = true;
            return new Arrived(file, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } finally {
            if (!whole) {
                delete(file);
            }
        }
    }

    @Override
    public InputStream open(String sha256) {
        return read(shelf(sha256).resolve(sha256));
    }

    @Override
    public void remove(String sha256) {
        delete(shelf(sha256).resolve(sha256));
    }

    private Path incoming() {
        return config.folder().resolve("incoming");
    }

    private Path shelf(String sha256) {
        return config.folder().resolve(sha256.substring(0, 2));
    }

    private static InputStream read(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Arrived implements Arrival {

        private final Path file;
        private final String sha256;
        private final long size;

        Arrived(Path file, String sha256, long size) {
            this.file = file;
            this.sha256 = sha256;
            this.size = size;
        }

        @Override
        public String sha256() {
            return sha256;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public InputStream open() {
            return read(file);
        }

        @Override
        public void place() {
            var shelf = shelf(sha256);
            try {
                Files.createDirectories(shelf);
                Files.move(file, shelf.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
                sync(shelf);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A name is safe only when its folder is written, too. */
        private static void sync(Path folder) throws IOException {
            try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }

        @Override
        public void close() {
            delete(file);
        }
    }
}
