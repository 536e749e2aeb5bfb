package cn.quality.platform.tabular;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written whole before its first byte is sent. So its headers can tell what is in it, a fault on the way is
 * a problem and not half a file, a slow reader holds no database connection, and memory stays bounded whatever its length.
 */
public final class Download {

    private Download() {}

    /** Writes the file. */
    @FunctionalInterface
    public interface Writer {
        void to(OutputStream out) throws IOException;
    }

    /**
     * 200 with the file, which is gone once it has been sent.
     *
     * @param name what a browser saves it as, in ASCII
     */
    public static Response.ResponseBuilder of(String mediaType, String name, Writer writer) {
        try {
            var file = Files.createTempFile("download-", null);
            try (var out = Files.newOutputStream(file)) {
                writer.to(out);
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
            long length = Files.size(file);
            return Response.ok(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), mediaType)
                    .header(HttpHeaders.CONTENT_LENGTH, length)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
