package cn.quality.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineFilterTest {

    /** As the console writes it. */
    private static String written(ExtLogRecord record) {
        return new PatternFormatter("%s%e").format(record);
    }

    /** Line feed, carriage return, next line, line and paragraph separator, escape, NUL. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u001b[2J", "\u0000"})
    void aTextFromOutsideCannotForgeALine(String forging) {
        var record = new ExtLogRecord(Level.WARNING, "name: %s", ExtLogRecord.FormatStyle.PRINTF, "test");
        record.setParameters(new Object[] {"无" + forging + "2026-11-28 ERROR forged"});

        assertThat(new OneLineFilter().isLoggable(record)).isTrue();

        var line = written(record);
        assertThat(line).startsWith("name: 无\\").endsWith("2026-11-28 ERROR forged");
        assertThat(line.chars()).noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }

    @Test
    void anExceptionStandsInTheSameLineWithItsCauses() {
        var cause = new IllegalArgumentException("第一行\n第二行");
        var thrown = new IllegalStateException("外层", cause);
        thrown.addSuppressed(new UnsupportedOperationException("旁边"));
        var record = new ExtLogRecord(Level.SEVERE, "failed", "test");
        record.setThrown(thrown);

        new OneLineFilter().isLoggable(record);

        assertThat(record.getThrown()).isNull();
        assertThat(written(record))
                .startsWith("failed | java.lang.IllegalStateException: 外层 | at ")
                .contains(
                        "suppressed: | java.lang.UnsupportedOperationException: 旁边",
                        "caused by: | java.lang.IllegalArgumentException: 第一行\\n第二行 | at ")
                .doesNotContain("\n");
    }

    @Test
    void aCauseThatIsItsOwnCauseEnds() {
        var one = new IllegalStateException("一");
        var other = new IllegalStateException("二", one);
        one.initCause(other);

        assertThat(OneLineFilter.line("failed", other)).contains("一", "二");
    }

    @Test
    void anOrdinaryTextStaysAsItIs() {
        var record = new ExtLogRecord(Level.INFO, "报告 %d%% {0}", "test");
        new OneLineFilter().isLoggable(record);
        assertThat(written(record)).isEqualTo("报告 %d%% {0}");

        var foreign = new LogRecord(Level.INFO, "a\nb");
        assertThat(new OneLineFilter().isLoggable(foreign)).isTrue();
    }
}
