package cn.quality.standards.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture in the docs is drawn from the table. After a change: {@code -Dgolden.update=true}. */
class RegistryDiagramTest {

    private static final Path DOCS = Path.of("..", "docs", "registry-states.md");

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
        assertThat(RegistryTransitions.TABLE.reachable()).containsExactlyInAnyOrder(RegistryState.values());
    }

    private static String document() {
        var table = RegistryTransitions.TABLE;
        var text = new StringBuilder("""
                # Life of an entry of a registry

                Drawn from `RegistryTransitions` in the standards-service; a test fails when picture and table differ. Acts that
                leave the state as it is are in the table only. What is proposed or under review is not public.

                ```mermaid
                """)
                .append(table.mermaid(List.of(RegistryState.DECLINED)))
                .append("""
                ```

                | From | Act | To | Event | Requires |
                |---|---|---|---|---|
                """);
        table.rows()
                .forEach(row -> text.append("| %s | %s %s | %s %s | %s | %s |\n"
                        .formatted(
                                row.from()
                                        .map(state -> state + " " + state.zh())
                                        .orElse("—"),
                                row.act(),
                                row.act().zh(),
                                row.to(),
                                row.to().zh(),
                                row.event() == RegistryEvent.Kind.NONE ? "—" : row.event(),
                                row.policies().stream().map(Enum::name).collect(Collectors.joining(", ")))));
        return text.toString();
    }
}
