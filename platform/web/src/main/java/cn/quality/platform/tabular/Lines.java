package cn.quality.platform.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a stream into lines. A line longer than the limit is skipped to its end without being held. */
public final class Lines {

    private static final int BUFFER = 65_536;

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long number;

    public Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * @param number counted from 1
     * @param tooLong the line was over the limit, and {@code bytes} holds none of it
     */
    public record Line(long number, byte[] bytes, boolean tooLong) {

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    /** The next line that is not blank; none at the end. */
    public Optional<Line> next() throws IOException {
        while (true) {
            var line = read();
            if (line.isEmpty() || !line.get().isBlank()) {
                return line;
            }
        }
    }

    private Optional<Line> read() throws IOException {
        var bytes = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            tooLong = tooLong || bytes.size() + (end - at) > limit;
            if (!tooLong) {
                bytes.write(buffer, at, end - at);
            }
            boolean complete = end < filled;
            at = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        }
        return any
                ? Optional.of(new Line(++number, tooLong ? new byte[0] : bytes.toByteArray(), tooLong))
                : Optional.empty();
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(in.read(buffer), 0);
        return filled > 0;
    }
}
