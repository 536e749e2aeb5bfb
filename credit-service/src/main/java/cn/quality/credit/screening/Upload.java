package cn.quality.credit.screening;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.function.BiConsumer;

/**
 * A file of subjects that has come in whole: checked, counted, and cut into chunks that wait in a temporary file. Only
 * then does the database see it, in one short transaction; a sender that is cut off leaves nothing behind.
 */
final class Upload implements AutoCloseable {

    /** Rows of a chunk: many enough to share statements and a commit, few enough to be done in seconds. */
    static final int CHUNK = 500;

    private final FileChannel chunks;
    private final int rows;
    private final long skipped;
    private final String digest;

    private Upload(FileChannel chunks, int rows, long skipped, String digest) {
        this.chunks = chunks;
        this.rows = rows;
        this.skipped = skipped;
        this.digest = digest;
    }

    /** Makes rows of a body. */
    interface Format {
        SubjectFile of(InputStream body) throws IOException;
    }

    /**
     * Reads to the end.
     *
     * @throws Problem 422 {@code no-subjects}, 413 {@code too-many-subjects}, or why the file cannot be read
     */
    static Upload read(InputStream body, Format format, int most, RowCodec codec) throws IOException {
        var digest = new DigestInputStream(body, sha256());
        // Open files that are deleted on closing have no name any more, so that a crash leaves none behind either.
        var chunks = FileChannel.open(
                Files.createTempFile("screening", ".chunks"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        try (var file = format.of(digest)) {
            int rows = copy(file, chunks, most, codec);
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return new Upload(
                    chunks,
                    rows,
                    file.skipped(),
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (IOException | RuntimeException e) {
            chunks.close();
            throw e;
        }
    }

    int rows() {
        return rows;
    }

    /** Rows of a table that say nothing: empty ones, and the example of a template. */
    long skipped() {
        return skipped;
    }

    /** SHA-256 of the file as it came. */
    String digest() {
        return digest;
    }

    /** Hands over each chunk, packed, with its number from 0. */
    void forEach(BiConsumer<Integer, byte[]> consumer) {
        try {
            chunks.position(0);
            var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(chunks)));
            for (int number = 0; number * CHUNK < rows; number++) {
                consumer.accept(number, in.readNBytes(in.readInt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        chunks.close();
    }

    private static int copy(SubjectFile file, FileChannel chunks, int most, RowCodec codec) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(chunks)));
        var chunk = new ArrayList<SubjectRow>(CHUNK);
        int rows = 0;
        for (var row = file.next(); row.isPresent(); row = file.next()) {
            if (++rows > most) {
                throw new Problem(
                        ScreeningService.TOO_MANY_SUBJECTS,
                        Text.of("一次最多核查%d行", "A file may have %d rows at most", most));
            }
            chunk.add(row.get());
            if (chunk.size() == CHUNK) {
                write(codec.encode(chunk), out);
                chunk.clear();
            }
        }
        if (rows == 0) {
            throw new Problem(ScreeningService.NO_SUBJECTS, new Text("文件中没有核查对象", "There is nobody in the file"));
        }
        if (!chunk.isEmpty()) {
            write(codec.encode(chunk), out);
        }
        out.flush();
        return rows;
    }

    private static void write(byte[] packed, DataOutputStream out) throws IOException {
        out.writeInt(packed.length);
        out.write(packed);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
