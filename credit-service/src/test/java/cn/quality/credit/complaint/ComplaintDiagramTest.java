package cn.quality.credit.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.complaint.ComplaintKind.Way;
import cn.quality.credit.complaint.ComplaintTransitions.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(ComplaintTransitions.TABLE.stream().map(Transition::to).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ComplaintState.values());
    }

    @Test
    void aStateAndAnActHaveOneRowAtMost() {
        assertThat(ComplaintTransitions.TABLE.stream().map(row -> List.of(row.way(), row.from(), row.act())))
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyTheEndsLeadNowhere() {
        for (var way : Way.values()) {
            var reached = rows(way).map(Transition::to).collect(Collectors.toSet());
            assertThat(reached)
                    .allSatisfy(state -> assertThat(rows(way)
                                    .noneMatch(row ->
                                            row.from().filter(state::equals).isPresent() && row.to() != state))
                            .as("%s %s", way, state)
                            .isEqualTo(state.isEnd()));
        }
    }

    private static Stream<Transition> rows(Way way) {
        return ComplaintTransitions.TABLE.stream().filter(row -> row.way() == way);
    }

    private static String document() {
        var text = new StringBuilder("""
                # Life of a complaint

                Drawn from `ComplaintTransitions` in the credit-service; a test fails when picture and table differ. Acts that
                leave the state as it is are in the tables only.
                """);
        for (var way : Way.values()) {
            text.append("\n## %s · %s\n\n```mermaid\nstateDiagram-v2\n".formatted(way.zh(), way));
            rows(way)
                    .filter(row -> !row.from().filter(row.to()::equals).isPresent())
                    .forEach(row -> text.append("    %s --> %s: %s\n"
                            .formatted(row.from().map(Enum::name).orElse("[*]"), row.to(), row.act())));
            rows(way)
                    .map(Transition::to)
                    .filter(ComplaintState::isEnd)
                    .distinct()
                    .sorted()
                    .forEach(state -> text.append("    %s --> [*]\n".formatted(state)));
            text.append("""
                    ```

                    | From | Act | To | By | Clock | Event | Refused unless |
                    |---|---|---|---|---|---|---|
                    """);
            rows(way)
                    .forEach(row -> text.append("| %s | %s %s | %s %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    row.from()
                                            .map(state -> state + " " + state.zh())
                                            .orElse("—"),
                                    row.act(),
                                    row.act().zh(),
                                    row.to(),
                                    row.to().zh(),
                                    row.by().zh(),
                                    clock(row),
                                    row.event().getSimpleName(),
                                    row.policies().stream().map(Enum::name).collect(Collectors.joining(", ")))));
        }
        return text.toString();
    }

    private static String clock(Transition row) {
        var met = row.timing().meets() ? "met" : "";
        var starts = row.timing().starts().map(term -> "starts " + term).orElse("");
        return Stream.of(met, starts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
