package cn.quality.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static String document() {
        var text = new StringBuilder("""
                # Life of a list entry

                Drawn from `ListingTransitions` in the credit-service; a test fails when pictures and table differ. A move that
                leaves an entry where it is stands in the table only.

                """);
        text.append("## The black list (黑榜)\n\n").append(picture(ListKind.BLACK));
        text.append("\n## The red list (红榜)\n\n").append(picture(ListKind.RED));
        text.append("""

                ## Every move

                An entry that comes onto the list again is a published one whose deadlines have started anew. Acts without a role follow from the passing of
                time.

                | From | Act | By | To | List | Event | Requires | Ends | Starts |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (var row : ListingTransitions.ROWS) {
            var move = row.move();
            text.append("| %s | %s %s | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            move.from().map(state -> state + " " + state.zh()).orElse("—"),
                            move.act(),
                            move.act().zh(),
                            String.join(", ", move.act().roles()),
                            move.to() + " " + move.to().zh(),
                            row.only().map(Enum::name).orElse("both"),
                            move.event(),
                            names(move.policies()),
                            move.ends().size() == ListingDeadline.values().length ? "all" : names(move.ends()),
                            names(move.starts())));
        }
        text.append("""

                ## Deadlines

                | Deadline | 中文 | Overdue work |
                |---|---|---|
                """);
        for (var deadline : ListingDeadline.values()) {
            text.append("| %s | %s | %s |\n".formatted(deadline, deadline.zh(), deadline.isWork() ? "yes" : ""));
        }
        return text.toString();
    }

    private static String picture(ListKind kind) {
        return "```mermaid\n"
                + ListingTransitions.of(kind)
                        .mermaid(List.of(ListingState.ARCHIVED, ListingState.CLOSED, ListingState.REJECTED))
                + "```\n";
    }

    private static String names(List<? extends Enum<?>> all) {
        return all.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
