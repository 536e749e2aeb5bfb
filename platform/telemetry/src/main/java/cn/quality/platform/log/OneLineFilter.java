package cn.quality.platform.log;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a line of each log record, its exception included: a text that came from outside cannot begin a line that looks like
 * another event, nor write control sequences to a terminal. The frames of an exception follow its message, parted by bars.
 */
@LoggingFilter(name = OneLineFilter.NAME)
public final class OneLineFilter implements Filter {

    static final String NAME = "one-line";

    private static final String BAR = " | ";

    /** The text of a record with its parameters, without its exception. */
    private static final Formatter MESSAGE = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord record) {
        var thrown = record.getThrown();
        if (record instanceof ExtLogRecord event) {
            event.setMessage(line(MESSAGE.format(event), thrown), FormatStyle.NO_FORMAT);
            event.setThrown(null);
        }
        return true;
    }

    static String line(String message, @Nullable Throwable thrown) {
        return thrown == null
                ? escaped(message)
                : escaped(message)
                        + BAR
                        + lines(thrown, Collections.newSetFromMap(new IdentityHashMap<>()))
                                .collect(Collectors.joining(BAR));
    }

    private static Stream<String> lines(Throwable thrown, Set<Throwable> seen) {
        if (!seen.add(thrown)) {
            return Stream.empty();
        }
        var own = Stream.concat(
                Stream.of(escaped(thrown.toString())),
                Arrays.stream(thrown.getStackTrace()).map(frame -> "at " + escaped(frame.toString())));
        var suppressed = Arrays.stream(thrown.getSuppressed())
                .flatMap(one -> Stream.concat(Stream.of("suppressed:"), lines(one, seen)));
        var cause = thrown.getCause();
        return Stream.of(
                        own,
                        suppressed,
                        cause == null
                                ? Stream.<String>empty()
                                : Stream.concat(Stream.of("caused by:"), lines(cause, seen)))
                .flatMap(part -> part);
    }

    /** Every character that ends a line or steers a terminal as its escape. */
    private static String escaped(String text) {
        return text.chars().noneMatch(OneLineFilter::breaks)
                ? text
                : text.chars()
                        .mapToObj(c -> breaks(c) ? escape(c) : String.valueOf((char) c))
                        .collect(Collectors.joining());
    }

    private static boolean breaks(int character) {
        return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted(character);
        };
    }
}
