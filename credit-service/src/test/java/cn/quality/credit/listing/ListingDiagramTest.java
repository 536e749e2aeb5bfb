package cn.quality.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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

                Drawn from `ListingTransitions` in the credit-service; a test fails when pictures and table differ. A move that
                leaves an entry where it is stands in the table only.

                """);
        text.append("## The black list (黑榜)\n\n").append(picture(ListingKind.BLACK));
        text.append("\n## The red list (红榜)\n\n").append(picture(ListingKind.RED));
        text.append("""

                ## Every move

                A restored entry is a published one whose terms have started anew. Acts without a role are done by time.

                | From | Act | By | To | List | Event | Refused unless | Ends | Starts |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (var row : ListingTransitions.TABLE) {
            text.append("| %s | %s %s | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            row.from().map(state -> state + " " + state.zh()).orElse("—"),
                            row.act(),
                            row.act().zh(),
                            String.join(", ", row.act().roles()),
                            row.to() + " " + row.to().zh(),
                            row.only().map(Enum::name).orElse("both"),
                            row.event(),
                            names(row.policies()),
                            row.ends().size() == ListingClock.values().length ? "all" : names(row.ends()),
                            names(row.starts())));
        }
        text.append("""

                ## Terms

                | Term | 中文 | Overdue work |
                |---|---|---|
                """);
        for (var clock : ListingClock.values()) {
            text.append("| %s | %s | %s |\n".formatted(clock, clock.zh(), clock.isWork() ? "yes" : ""));
        }
        return text.toString();
    }

    private static String picture(ListingKind kind) {
        var text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        for (var row : ListingTransitions.TABLE) {
            boolean here = row.existsOn(kind)
                    && row.from().map(state -> livesOn(state, kind)).orElse(true);
            if (here && !row.from().equals(Optional.of(row.to()))) {
                var from = row.from().map(ListingState::name).orElse("[*]");
                text.append("    %s --> %s: %s\n".formatted(from, row.to(), row.act()));
            }
        }
        return text.append("    ARCHIVED --> [*]\n    REJECTED --> [*]\n```\n").toString();
    }

    /** Whether some way of that list leads to the state. */
    private static boolean livesOn(ListingState wanted, ListingKind kind) {
        var reached = EnumSet.of(ListingState.DRAFT);
        for (int before = 0; before < reached.size(); ) {
            before = reached.size();
            ListingTransitions.TABLE.stream()
                    .filter(row -> row.existsOn(kind)
                            && row.from().filter(reached::contains).isPresent())
                    .map(ListingTransitions.Transition::to)
                    .toList()
                    .forEach(reached::add);
        }
        return reached.contains(wanted);
    }

    private static String names(List<? extends Enum<?>> all) {
        return all.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
