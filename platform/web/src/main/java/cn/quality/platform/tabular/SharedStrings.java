package cn.quality.platform.tabular;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook, which its cells name by number. They lie on disk with only their places in memory, for there may
 * be a million; a window of the file serves the neighbours that the next cells ask for.
 */
final class SharedStrings implements Closeable {

    /** Five texts of their own in each of 200,000 rows. */
    private static final int MOST = 1_000_000;

    private static final int WINDOW = 65_536;

    private final @Nullable FileChannel file;
    private final int[] ends;
    private final byte[] window = new byte[WINDOW];
    private long windowAt;
    private int windowLength;

    private SharedStrings(@Nullable FileChannel file, int[] ends) {
        this.file = file;
        this.ends = ends;
    }

    static SharedStrings of(XlsxPackage.@Nullable Xml part) throws IOException {
        if (part == null) {
            return new SharedStrings(null, new int[0]);
        }
        // A file that is deleted on closing has no name any more, so that a crash leaves none behind either.
        var file = FileChannel.open(
                Files.createTempFile("table-", ".strings"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        try {
            return new SharedStrings(file, copy(part, file));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static int[] copy(XlsxPackage.Xml part, FileChannel file) throws IOException {
        var ends = new int[1_024];
        int count = 0;
        int end = 0;
        var pending = new ByteArrayOutputStream(WINDOW);
        for (var element = part.nextElement(); element.isPresent(); element = part.nextElement()) {
            if (element.get().equals("si")) {
                if (count == MOST) {
                    throw XlsxPackage.malformed("不同的文字过多，请拆分后报送", "it has too many different texts; split it");
                }
                var bytes = XlsxSheet.text(part, "si").getBytes(StandardCharsets.UTF_8);
                pending.writeBytes(bytes);
                end = Math.addExact(end, bytes.length);
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, Math.min(MOST, count * 2));
                }
                ends[count++] = end;
                if (pending.size() >= WINDOW) {
                    flush(pending, file);
                }
            }
        }
        flush(pending, file);
        return Arrays.copyOf(ends, count);
    }

    private static void flush(ByteArrayOutputStream pending, FileChannel file) throws IOException {
        for (var bytes = ByteBuffer.wrap(pending.toByteArray()); bytes.hasRemaining(); ) {
            file.write(bytes);
        }
        pending.reset();
    }

    /** The text with this number. */
    String get(int number) throws IOException {
        if (number < 0 || number >= ends.length || file == null) {
            throw XlsxPackage.malformed("单元格所指的文字不存在", "a cell names a text that is not there");
        }
        int begin = number == 0 ? 0 : ends[number - 1];
        int length = ends[number] - begin;
        if (begin < windowAt || begin + length > windowAt + windowLength) {
            fill(file, begin);
        }
        return new String(window, (int) (begin - windowAt), length, StandardCharsets.UTF_8);
    }

    private void fill(FileChannel from, int begin) throws IOException {
        windowAt = begin;
        windowLength = 0;
        var buffer = ByteBuffer.wrap(window);
        while (buffer.hasRemaining()) {
            int read = from.read(buffer, windowAt + windowLength);
            if (read < 0) {
                break;
            }
            windowLength += read;
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
