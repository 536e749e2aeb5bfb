package cn.quality.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture in the docs is drawn from the table. After a change: {@code -Dgolden.update=true}. */
class ListingDiagramTest {

    private static final Path DOCS = Path.of("..", "docs", "listing-states.md");

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
        var reached = ListingTransitions.TABLE.stream()
                .map(ListingTransitions.Transition::to)
                .collect(Collectors.toSet());
        assertThat(reached).containsExactlyInAnyOrder(ListingState.values());
    }

    private static String document() {
        var text = new StringBuilder("""
                # Life of a list entry

                Drawn from `ListingTransitions` in the credit-service; a test fails when picture and table differ.

                ```mermaid
                stateDiagram-v2
                """);
        for (var row : ListingTransitions.TABLE) {
            var from = row.from().map(ListingState::name).orElse("[*]");
            text.append("    %s --> %s: %s\n".formatted(from, row.to(), row.act()));
        }
        for (var state : ListingState.values()) {
            if (ListingTransitions.TABLE.stream()
                    .noneMatch(row -> row.from().filter(state::equals).isPresent())) {
                text.append("    %s --> [*]\n".formatted(state));
            }
        }
        text.append("""
                ```

                | From | Act | To | Event | Refused unless |
                |---|---|---|---|---|
                """);
        for (var row : ListingTransitions.TABLE) {
            text.append("| %s | %s %s | %s | %s | %s |\n"
                    .formatted(
                            row.from().map(state -> state + " " + state.zh()).orElse("—"),
                            row.act(),
                            row.act().zh(),
                            row.to() + " " + row.to().zh(),
                            row.event().getSimpleName(),
                            row.policies().stream().map(Enum::name).collect(Collectors.joining(", "))));
        }
        return text.toString();
    }
}
