package cn.quality.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.local.Display.State;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void withoutATerminalEachChangeIsOneLine() {
        try (var display = Display.plain(out)) {
            display.show(PartName.KAFKA, State.STARTING, "");
            display.show(PartName.KAFKA, State.STARTING, "creating topics");
            display.show(PartName.KAFKA, State.STARTING, "creating topics");
            display.show(PartName.KAFKA, State.READY, "");
        }

        assertThat(text().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("  Kafka "))
                .noneMatch(line -> line.contains("\033"));
        assertThat(text()).contains("creating topics");
    }

    @Test
    void onATerminalEveryPartHasItsLineAndTheFrameIsRedrawnInPlace() {
        try (var display = Display.live(out)) {
            display.show(PartName.GATEWAY, State.STARTING, "");
            String upAgain = "\033[" + PartName.values().length + "A";
            Awaitility.await().until(() -> text().contains(upAgain));
        }

        assertThat(text()).contains("PostgreSQL", "Kafka", "Keycloak", "credit-service", "gateway");
    }

    @Test
    void afterTheLastFrameStoppingIsToldLineByLine() {
        var display = Display.live(out);
        display.show(PartName.KAFKA, State.READY, "");
        display.close();
        bytes.reset();

        display.show(PartName.KAFKA, State.STOPPING, "");
        display.show(PartName.KAFKA, State.STOPPED, "");

        assertThat(text().lines()).singleElement().asString().contains("Kafka", "stopped");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
