package cn.quality.standards.file;

import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Stores files and gives them back. */
@ApplicationScoped
public class StoredFiles {

    /** Bytes of a piece before it is packed. */
    private static final int PIECE = 1 << 20;

    private final Jdbc sql;
    private final Clock clock;

    StoredFiles(Jdbc sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A file that was stored.
     *
     * @param digest SHA-256
     * @param length in bytes
     */
    public record Stored(String digest, long length) {}

    /** The digest and length of what is written, as it is stored. */
    public static Stored measured(InputStream content) throws IOException {
        var counted = new DigestOutputStream(OutputStream.nullOutputStream(), sha256());
        long length = content.transferTo(counted);
        return new Stored(HexFormat.of().formatHex(counted.getMessageDigest().digest()), length);
    }

    /**
     * Stores a file that was {@link #measured}, in the transaction there is; one that is there already stays.
     *
     * @param owner the feature whose file it is
     */
    public void store(String owner, Stored measured, InputStream content) throws IOException {
        if (sql.update(
                        "insert into stored_file values (?, ?, ?, ?) on conflict do nothing",
                        owner,
                        measured.digest(),
                        measured.length(),
                        clock.instant())
                == 0) {
            return;
        }
        var number = 0;
        for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            sql.update(
                    "insert into stored_file_piece values (?, ?, ?, ?)",
                    owner,
                    measured.digest(),
                    number,
                    packed(piece));
            number++;
        }
    }

    public void delete(String owner, String digest) {
        sql.update("delete from stored_file where owner = ? and digest = ?", owner, digest);
    }

    /**
     * Writes a file, each piece read in a statement of its own, so that a slow reader keeps nobody waiting.
     *
     * @throws FileNotFoundException when it is deleted meanwhile: the reader gets less than was announced, never something else
     */
    public void write(String owner, Stored file, OutputStream out) throws IOException {
        long written = 0;
        for (int number = 0; written < file.length(); number++) {
            var piece = sql.first(
                            "select content from stored_file_piece where owner = ? and digest = ? and number = ?",
                            row -> row.getBytes("content"),
                            owner,
                            file.digest(),
                            number)
                    .orElseThrow(() -> new FileNotFoundException(file.digest()));
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(piece))) {
                written += unpacked.transferTo(out);
            }
        }
    }

    private static byte[] packed(byte[] piece) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(piece);
        }
        return packed.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
