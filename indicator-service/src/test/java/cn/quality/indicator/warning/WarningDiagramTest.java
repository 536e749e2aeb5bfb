package cn.quality.indicator.warning;

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
class WarningDiagramTest {

    @Test
    void theDocsShowTheTable() throws IOException {
        Golden.isCommitted(
                Path.of("..", "docs", "warning-states.md"),
                StatesPage.drawn(
                        WarningTransitions.TABLE,
                        List.of(WarningState.CLOSED, WarningState.WITHDRAWN),
                        new StatesPage<>(
                                """
                                # Life of a warning

                                Drawn from `WarningTransitions` in the indicator-service; a test fails when picture and table differ. Acts that
                                leave the state as it is are in the table only. What the system does follows from figures or from the calendar.
                                """,
                                row -> WarningTransitions.rolesOf(row).isEmpty()
                                        ? "系统"
                                        : WarningTransitions.rolesOf(row).stream()
                                                .map(OfficialRole::zh)
                                                .collect(Collectors.joining("、")),
                                row -> row.event().toString(),
                                row -> row.policies().stream()
                                        .filter(policy ->
                                                policy.roles().isEmpty() && policy != WarningPolicy.BY_THE_SYSTEM)
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }

    @Test
    void everyStateCanBeReached() {
        assertThat(WarningTransitions.TABLE.reachable()).containsExactlyInAnyOrder(WarningState.values());
    }
}
