package cn.quality.standards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.standards.number.StandardNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplacementGraphTest {

    private static final String A = "GB 1-2001";
    private static final String B = "GB 1-2008";
    private static final String C = "GB 1-2016";

    @Test
    void aSuccessorThatNamesTheWholeLineReplacesTheLastOne() {
        var graph = new ReplacementGraph(List.of(replaces(B, A), replaces(C, A), replaces(C, B)));

        assertThat(graph.immediateSuccessors(A)).containsExactly(B);
        assertThat(graph.immediateSuccessors(B)).containsExactly(C);
        assertThat(graph.ends(A)).containsExactly(C);
        assertThat(graph.runsInCircle(A)).isFalse();
        assertThat(graph.succession(A)).contains(Succession.COMPLETE);
        assertThat(graph.succession(B)).contains(Succession.COMPLETE);
        assertThat(graph.succession(C)).isEmpty();
    }

    @Test
    void oneBySeveralIsSplitAndSeveralByOneAreMerged() {
        var split = new ReplacementGraph(List.of(replaces(B, A), replaces(C, A)));
        assertThat(split.succession(A)).contains(Succession.SPLIT);
        assertThat(split.ends(A)).containsExactly(B, C);

        var merged = new ReplacementGraph(List.of(replaces(C, A), replaces(C, B)));
        assertThat(merged.succession(A)).contains(Succession.MERGED);
        assertThat(merged.succession(B)).contains(Succession.MERGED);
    }

    @Test
    void whatIsReplacedInPartStaysTheEndOfItsLine() {
        var graph =
                new ReplacementGraph(List.of(Relation.partialReplacement(StandardNumber.of(B), StandardNumber.of(A))));
        assertThat(graph.succession(A)).contains(Succession.PARTIAL);
        assertThat(graph.ends(A)).containsExactly(A);
        assertThat(graph.replacedOn(A, Map.of(B, LocalDate.of(2009, 1, 1))::get))
                .isEmpty();
    }

    @Test
    void aStandardIsReplacedOnceTheLastOfItsSuccessorsIsImplemented() {
        var split = new ReplacementGraph(List.of(replaces(B, A), replaces(C, A)));
        assertThat(split.replacedOn(A, Map.of(B, LocalDate.of(2009, 1, 1), C, LocalDate.of(2017, 1, 1))::get))
                .contains(LocalDate.of(2017, 1, 1));
        assertThat(split.replacedOn(A, Map.of(B, LocalDate.of(2009, 1, 1))::get))
                .isEmpty();

        var line = new ReplacementGraph(List.of(replaces(B, A), replaces(C, A), replaces(C, B)));
        assertThat(line.replacedOn(A, Map.of(B, LocalDate.of(2009, 1, 1), C, LocalDate.of(2017, 1, 1))::get))
                .contains(LocalDate.of(2009, 1, 1));
    }

    @Test
    void aRenumberedStandardIsOneNode() {
        var graph = new ReplacementGraph(List.of(
                replaces("GB 2-2000", A),
                Relation.renumbering(
                        StandardNumber.of("GB/T 2-2000"), StandardNumber.of("GB 2-2000"), LocalDate.of(2017, 3, 23)),
                replaces(C, "GB/T 2-2000")));
        assertThat(graph.ends(A)).containsExactly(C);
        assertThat(graph.immediateSuccessors(A)).containsExactly("GB/T 2-2000");
        assertThat(graph.presentNumber("GB 2-2000")).isEqualTo("GB/T 2-2000");
    }

    @Test
    void aCircleHasNoEnd() {
        var graph = new ReplacementGraph(List.of(replaces(B, A), replaces(A, B)));
        assertThat(graph.runsInCircle(A)).isTrue();
        assertThat(graph.ends(A)).isEmpty();
    }

    private static Relation replaces(String successor, String predecessor) {
        return Relation.replacement(StandardNumber.of(successor), StandardNumber.of(predecessor));
    }
}
