package cn.quality.standards.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on disk for as long as a request takes. */
public final class TemporaryFile implements AutoCloseable {

    private final Path path;

    private TemporaryFile(Path path) {
        this.path = path;
    }

    public static TemporaryFile empty() throws IOException {
        return new TemporaryFile(Files.createTempFile("standards-", null));
    }

    public OutputStream write() throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(path));
    }

    public InputStream read() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }

    @Override
    public void close() throws IOException {
        Files.delete(path);
    }
}
