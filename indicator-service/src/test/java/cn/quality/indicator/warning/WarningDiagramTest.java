package cn.quality.indicator.warning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.official.OfficialRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture in the docs is drawn from the table. After a change: {@code -Dgolden.update=true}. */
class WarningDiagramTest {

    private static final Path DOCS = Path.of("..", "docs", "warning-states.md");

    @Test
    void theDocsShowTheTable() throws IOException {
        var drawn = document();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCS, drawn);
        }
        assertThat(DOCS).content().isEqualTo(drawn);
    }

    @Test
    void everyStateCanBeReached() {
        assertThat(WarningTransitions.TABLE.reachable()).containsExactlyInAnyOrder(WarningState.values());
    }

    private static String document() {
        var table = WarningTransitions.TABLE;
        var text = new StringBuilder("""
                # Life of a warning

                Drawn from `WarningTransitions` in the indicator-service; a test fails when picture and table differ. Acts that
                leave the state as it is are in the table only. What the system does follows from figures or from the calendar.

                ```mermaid
                """)
                .append(table.mermaid(List.of(WarningState.CLOSED, WarningState.WITHDRAWN)))
                .append("""
                ```

                | From | Act | To | By | Event | Requires |
                |---|---|---|---|---|---|
                """);
        table.rows()
                .forEach(row -> text.append("| %s | %s %s | %s %s | %s | %s | %s |\n"
                        .formatted(
                                row.from()
                                        .map(state -> state + " " + state.zh())
                                        .orElse("—"),
                                row.act(),
                                row.act().zh(),
                                row.to(),
                                row.to().zh(),
                                WarningTransitions.rolesOf(row).isEmpty()
                                        ? "系统"
                                        : WarningTransitions.rolesOf(row).stream()
                                                .map(OfficialRole::zh)
                                                .collect(Collectors.joining("、")),
                                row.event(),
                                row.policies().stream()
                                        .filter(policy ->
                                                policy.roles().isEmpty() && policy != WarningPolicy.BY_THE_SYSTEM)
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
        return text.toString();
    }
}
