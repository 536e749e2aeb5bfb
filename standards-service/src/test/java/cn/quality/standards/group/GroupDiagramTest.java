package cn.quality.standards.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture in the docs is drawn from the table. After a change: {@code -Dgolden.update=true}. */
class GroupDiagramTest {

    private static final Path DOCS = Path.of("..", "docs", "group-standard-states.md");

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
        assertThat(GroupTransitions.TABLE.reachable()).containsExactlyInAnyOrder(GroupState.values());
    }

    private static String document() {
        var table = GroupTransitions.TABLE;
        var text = new StringBuilder("""
                # Life of a group standard

                Drawn from `GroupTransitions` in the standards-service; a test fails when picture and table differ. Acts that leave
                the state as it is are in the table only. The numbers of the procedure (days of comments, shares of the vote, years
                until a review) are dated rows of `group_terms`; what each rule refuses is in `GroupPolicy`. An order of correction is
                not public: until the standard is abolished for it, everybody reads CORRECTING as PUBLISHED.

                ```mermaid
                """)
                .append(table.mermaid(GroupState.ENDS.stream().sorted().toList()))
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
                                row.policies().contains(GroupPolicy.BY_ANYBODY)
                                        ? "任何人"
                                        : row.policies().contains(GroupPolicy.BY_THE_SYSTEM)
                                                ? "系统"
                                                : GroupTransitions.rolesOf(row).stream()
                                                        .map(GroupRole::zh)
                                                        .collect(Collectors.joining("、")),
                                row.act().isConfidential() ? "—" : row.event(),
                                row.policies().stream().skip(1).map(Enum::name).collect(Collectors.joining(", ")))));
        return text.toString();
    }
}
