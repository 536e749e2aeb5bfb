package cn.quality.indicator.round;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.StatesPage;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture in the docs is drawn from the table. After a change: {@code -Dgolden.update=true}. */
class TaskDiagramTest {

    @Test
    void theDocsShowTheTable() throws IOException {
        Golden.isCommitted(
                Path.of("..", "docs", "round-task-states.md"),
                StatesPage.drawn(
                        TaskTransitions.TABLE,
                        List.of(TaskState.PUBLISHED),
                        new StatesPage<>(
                                """
                                # Life of a reporting task

                                Drawn from `TaskTransitions` in the indicator-service; a test fails when picture and table differ. Acts that
                                leave the state as it is are in the table only. A correction of what was published is a task of its own, in a
                                short round.
                                """,
                                row -> row.act() == TaskAct.OPEN
                                        ? "管理员、" + OfficialRole.CITY_REVIEWER.zh()
                                        : TaskTransitions.rolesOf(row).stream()
                                                .map(OfficialRole::zh)
                                                .collect(Collectors.joining("、")),
                                row -> row.event() == TaskEvent.Inside.class
                                        ? ""
                                        : row.event().getSimpleName(),
                                row -> row.policies().stream()
                                        .filter(policy -> policy.roles().isEmpty())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }

    @Test
    void everyStateCanBeReached() {
        assertThat(TaskTransitions.TABLE.reachable()).containsExactlyInAnyOrder(TaskState.values());
    }
}
