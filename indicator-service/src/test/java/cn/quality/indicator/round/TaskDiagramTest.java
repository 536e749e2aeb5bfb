package cn.quality.indicator.round;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.official.OfficialRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture in the docs is drawn from the table. After a change: {@code -Dgolden.update=true}. */
class TaskDiagramTest {

    private static final Path DOCS = Path.of("..", "docs", "round-task-states.md");

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
        assertThat(TaskTransitions.TABLE.reachable()).containsExactlyInAnyOrder(TaskState.values());
    }

    private static String document() {
        var table = TaskTransitions.TABLE;
        var text = new StringBuilder("""
                # Life of a reporting task

                Drawn from `TaskTransitions` in the indicator-service; a test fails when picture and table differ. Acts that
                leave the state as it is are in the table only. A correction of what was published is a task of its own, in a
                short round.

                ```mermaid
                """)
                .append(table.mermaid(List.of(TaskState.PUBLISHED)))
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
                                row.act() == TaskAct.OPEN
                                        ? "管理员、" + OfficialRole.CITY_REVIEWER.zh()
                                        : TaskTransitions.rolesOf(row).stream()
                                                .map(OfficialRole::zh)
                                                .collect(Collectors.joining("、")),
                                row.event() == TaskEvent.Inside.class
                                        ? ""
                                        : row.event().getSimpleName(),
                                row.policies().stream()
                                        .filter(policy -> policy.roles().isEmpty())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
        return text.toString();
    }
}
