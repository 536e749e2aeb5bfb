package cn.quality.indicator.dashboard;

import static cn.quality.indicator.Api.put;
import static cn.quality.indicator.observation.Figures.figure;
import static cn.quality.indicator.observation.Figures.given;
import static cn.quality.indicator.observation.Figures.publish;
import static cn.quality.indicator.observation.Figures.record;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.IndicatorTest;
import cn.quality.indicator.area.AreaCode;
import jakarta.inject.Inject;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** A page takes as many statements with many targets, areas and figures as with few. */
@IndicatorTest
class DashboardStatementsTest {

    private static final String CITY = "995500";
    private static final String IN_CITY = "\"kind\": \"COUNTY\", \"parent\": \"995500\"";
    private static final DashboardQuery QUERY = new DashboardQuery("2018-12-31", null);

    @Inject
    DashboardService dashboards;

    @Test
    void theStatementsOfAPageDoNotGrowWithIt() {
        // A city of its own: others count the areas of theirs.
        area(CITY, "\"kind\": \"CITY\"");
        area("995501", IN_CITY);
        some(0, 2);
        conflict(0);
        var page = new Runnable[] {
            () -> assertThat(dashboards.area(new AreaCode(CITY), QUERY)).isPresent(),
            () -> assertThat(dashboards.domain("product", CITY, QUERY)).isPresent(),
            () -> assertThat(dashboards.indicator(new IndicatorCode("T_MANY_0"), CITY, QUERY))
                    .isPresent(),
        };
        var few = new int[page.length];
        for (int i = 0; i < page.length; i++) {
            few[i] = statements(page[i]);
            assertThat(few[i]).as("statements of page %d", i).isBetween(5, 40);
        }
        some(2, 12);
        conflict(1);
        area("995502", IN_CITY);
        for (int year = 2001; year <= 2017; year++) {
            record(figure("T_MANY_0", CITY, String.valueOf(year), "\"value\": 90"));
        }
        publish("T_MANY_0");
        for (int i = 0; i < page.length; i++) {
            assertThat(statements(page[i])).as("statements of page %d", i).isEqualTo(few[i]);
        }
    }

    private static void area(String code, String rest) {
        put("/areas/" + code, """
                {"code": "%s", "name": "示例%s", %s}""".formatted(code, code, rest)).statusCode(201);
    }

    private static void some(int from, int to) {
        for (int i = from; i < to; i++) {
            var code = "T_MANY_" + i;
            given(code);
            put("/targets/many." + i, """
                    {"id": "many.%d", "indicator": "%s", "definition": 1, "plan": "figures", "area": "995500", "kind": "REACH",
                     "direction": "AT_LEAST", "figure": {"year": 2020, "value": 97, "qualifier": "GE", "text": "97%%"},
                     "passages": [{"text": "合格率达到97%%以上", "about": "TARGET"}]}""".formatted(i, code)).statusCode(201);
            put("/targets/many." + i + "/decomposition", """
                    {"rule": "EACH", "basis": "责任分解方案", "shares": [{"area": "995501"}]}""").statusCode(201);
            record(figure(code, CITY, "2018", "\"value\": 91"), figure(code, "995501", "2018", "\"value\": 92"));
            publish(code);
        }
    }

    private static void conflict(int number) {
        put("/conflicts/many-" + number, """
                {"id": "many-%1$d", "title": {"zh": "不一致", "en": "conflict"}, "explanation": {"zh": "不同", "en": "differ"},
                 "sides": [
                   {"plan": "figures", "indicator": "T_MANY_0", "target": "many.0", "passage": "合格率达到97%%以上",
                    "says": {"zh": "97", "en": "97"}},
                   {"plan": "figures", "indicator": "T_MANY_%2$d", "target": "many.%2$d", "passage": "合格率",
                    "says": {"zh": "98", "en": "98"}}]}""".formatted(number, number + 1)).statusCode(201);
    }

    /** As the driver sends them on this thread, whoever prepared them. */
    private static int statements(Runnable page) {
        var driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        var before = driver.getLevel();
        var counter = new Counter(Thread.currentThread().threadId());
        driver.setUseParentHandlers(false);
        driver.setLevel(Level.FINEST);
        driver.addHandler(counter);
        try {
            page.run();
            return counter.executed;
        } finally {
            driver.removeHandler(counter);
            driver.setLevel(before);
            driver.setUseParentHandlers(true);
        }
    }

    private static final class Counter extends Handler {

        private final long thread;
        private int executed;

        Counter(long thread) {
            this.thread = thread;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            if (Thread.currentThread().threadId() == thread
                    && entry.getMessage().contains("FE=> Execute")) {
                executed++;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
