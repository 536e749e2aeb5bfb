package cn.quality.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A log that a child process writes: its end for a person, and a bound on its size. */
final class LogFile {

    private static final int TAIL_BYTES = 16_384;

    private LogFile() {}

    /** The last lines, or a remark when there is no such file; reads 16 KB at most. */
    static String tail(Path log, int lines) {
        if (!Files.exists(log)) {
            return "(no log)";
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join(System.lineSeparator(), all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(log cannot be read: " + e.getMessage() + ")";
        }
    }

    /**
     * Moves the content of an oversized log to {@code <log>.1} and empties it. The writer keeps its handle, so the file
     * must have been opened for appending.
     */
    static void bound(Path log, long bytes) {
        try {
            if (Files.exists(log) && Files.size(log) > bytes) {
                Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
            }
        } catch (IOException e) {
            throw new LaunchException("The log %s is too big and cannot be emptied".formatted(log), e);
        }
    }
}
