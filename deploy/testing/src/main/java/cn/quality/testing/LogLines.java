package cn.quality.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What is logged below a name while this is open; messages as they stand in the code, without what is filled in. */
public final class LogLines implements AutoCloseable {

    private final Logger logger;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private LogLines(Logger logger) {
        this.logger = logger;
        logger.addHandler(handler);
    }

    public static LogLines below(String name) {
        return new LogLines(Logger.getLogger(name));
    }

    public List<String> errors() {
        return of(Level.SEVERE.intValue(), Integer.MAX_VALUE).toList();
    }

    /** From information to warnings. */
    public List<String> others() {
        return of(Level.INFO.intValue(), Level.SEVERE.intValue() - 1).toList();
    }

    private Stream<String> of(int from, int to) {
        return records.stream()
                .filter(entry ->
                        entry.getLevel().intValue() >= from && entry.getLevel().intValue() <= to)
                .map(LogRecord::getMessage);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }
}
