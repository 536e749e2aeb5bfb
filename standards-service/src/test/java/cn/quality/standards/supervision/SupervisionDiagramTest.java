package cn.quality.standards.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture in the docs is drawn from the table. After a change: {@code -Dgolden.update=true}. */
class SupervisionDiagramTest {

    private static final Path DOCS = Path.of("..", "docs", "supervision-states.md");

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
        assertThat(SupervisionTransitions.TABLE.reachable()).containsExactlyInAnyOrder(SupervisionState.values());
    }

    private static String document() {
        var table = SupervisionTransitions.TABLE;
        var text = new StringBuilder("""
                # Life of a supervision case

                Drawn from `SupervisionTransitions` in the standards-service; a test fails when picture and table differ. Acts that
                leave the state as it is are in the table only.

                ```mermaid
                """)
                .append(table.mermaid(SupervisionTransitions.ENDS))
                .append("""
                ```

                | From | Act | To | By | Public | Requires |
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
                                row.act().duty().map(Duty::zh).orElse("企业"),
                                switch (row.event()) {
                                    case UNCHANGED -> "";
                                    case BEGINS -> "begins";
                                    case ENDS -> "ends";
                                },
                                row.policies().stream()
                                        .filter(policy -> policy != SupervisionPolicy.BY_ITS_DUTY
                                                && policy != SupervisionPolicy.BY_THE_ENTERPRISE)
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
        return text.toString();
    }
}
