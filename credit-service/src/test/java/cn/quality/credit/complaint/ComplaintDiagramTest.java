package cn.quality.credit.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.complaint.ComplaintKind.Way;
import cn.quality.platform.transition.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture in the docs is drawn from the table. After a change: {@code -Dgolden.update=true}. */
class ComplaintDiagramTest {

    private static final Path DOCS = Path.of("..", "docs", "complaint-states.md");

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
        assertThat(Stream.of(Way.values())
                        .flatMap(way -> ComplaintTransitions.of(way).reachable().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ComplaintState.values());
    }

    @Test
    void onlyTheEndsLeadNowhere() {
        for (var way : Way.values()) {
            var table = ComplaintTransitions.of(way);
            assertThat(table.reachable())
                    .allSatisfy(state -> assertThat(table.rows().stream()
                                    .noneMatch(row ->
                                            row.from().filter(state::equals).isPresent() && row.to() != state))
                            .as("%s %s", way, state)
                            .isEqualTo(state.isEnd()));
        }
    }

    private static String document() {
        var text = new StringBuilder("""
                # Life of a complaint

                Drawn from `ComplaintTransitions` in the credit-service; a test fails when picture and table differ. Acts that
                leave the state as it is are in the tables only.
                """);
        for (var way : Way.values()) {
            var table = ComplaintTransitions.of(way);
            var ends = table.reachable().stream()
                    .filter(ComplaintState::isEnd)
                    .sorted()
                    .toList();
            text.append("\n## %s · %s\n\n```mermaid\n".formatted(way.zh(), way)).append(table.mermaid(ends));
            text.append("""
                    ```

                    | From | Act | To | By | Deadlines | Event | Requires |
                    |---|---|---|---|---|---|---|
                    """);
            table.rows()
                    .forEach(row -> text.append("| %s | %s %s | %s %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    row.from()
                                            .map(state -> state + " " + state.zh())
                                            .orElse("—"),
                                    row.act(),
                                    row.act().zh(),
                                    row.to(),
                                    row.to().zh(),
                                    row.act().role().zh(),
                                    deadlines(row),
                                    row.event().getSimpleName(),
                                    row.policies().stream().map(Enum::name).collect(Collectors.joining(", ")))));
        }
        return text.toString();
    }

    private static String deadlines(Transition<?, ?, ?, ComplaintDeadline, ?> row) {
        var met = row.ends().isEmpty() ? "" : "met";
        var starts = row.starts().stream().map(deadline -> "starts " + deadline);
        return Stream.concat(Stream.of(met), starts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
