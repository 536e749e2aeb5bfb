package cn.quality.indicator.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.scheme.Fraction;
import cn.quality.indicator.scheme.Scheme;
import cn.quality.indicator.scheme.ScoringRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every evaluation. */
class EvaluationPropertiesTest {

    @Property(tries = 300)
    void weightsAddUpToAHundredWhateverDoesNotApply(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
        var cycles = new RandomCycles(seed);
        var scheme = cycles.scheme(size);
        var evaluation = Evaluation.of(scheme, cycles.areas(scheme, 1));

        var weights = evaluation.partials().values().iterator().next().stream()
                .filter(row -> scheme.node(row.node()).orElseThrow().rule().isPresent())
                .flatMap(row -> row.weight().stream())
                .toList();
        if (evaluation.results().getFirst().score().isPresent()) {
            assertThat(weights.stream().reduce(Fraction.ZERO, Fraction::plus)).isEqualTo(Fraction.HUNDRED);
        } else {
            assertThat(weights).isEmpty();
        }
    }

    @Property(tries = 300)
    void theScoreIsTheSumOfItsPartsAndStaysWithinItsBounds(@ForAll long seed) {
        var cycles = new RandomCycles(seed);
        var scheme = cycles.scheme(12);
        var evaluation = Evaluation.of(scheme, cycles.areas(scheme, 1));
        var result = evaluation.results().getFirst();
        var rows = evaluation.partials().values().iterator().next();

        var leaves = rows.stream()
                .filter(row -> scheme.node(row.node()).orElseThrow().rule().isPresent())
                .flatMap(row -> row.points().stream())
                .reduce(Fraction.ZERO, Fraction::plus);
        assertThat(result.total().orElse(leaves)).isEqualTo(leaves);
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row.share().orElse(Fraction.ZERO)).isBetween(Fraction.ZERO, Fraction.ONE));
        assertThat(result.score().orElse(BigDecimal.ZERO)).isBetween(BigDecimal.ZERO, new BigDecimal("102"));
        assertThat(result.applicable())
                .isEqualTo(result.reported() + result.notReported().size());
    }

    /** Reporting a document that was missing, or one missing item less, never costs a point. */
    @Property(tries = 300)
    void doingMoreNeverCostsAPoint(@ForAll long seed) {
        var cycles = new RandomCycles(seed);
        var scheme = cycles.scheme(12);
        var entries = cycles.entries(scheme);
        var better = new ArrayList<>(entries.stream()
                .map(entry -> entry.count() == null || isBonus(scheme, entry) || entry.count() == 0
                        ? entry
                        : Entry.count(entry.node(), entry.count() - 1))
                .toList());
        scheme.nodes().stream()
                .filter(node -> node.rule()
                        .filter(ScoringRule.Document.class::isInstance)
                        .isPresent())
                .filter(node -> entries.stream().noneMatch(entry -> entry.node().equals(node.code())))
                .forEach(node -> better.add(Entry.document(node.code(), "补报")));

        var results = Evaluation.of(scheme, Map.of("1", entries, "2", better)).results();
        assertThat(total(results, "2")).isGreaterThanOrEqualTo(total(results, "1"));
    }

    @Property(tries = 200)
    void theOrderOfAreasAndEntriesDoesNotMatter(@ForAll long seed) {
        var cycles = new RandomCycles(seed);
        var scheme = cycles.scheme(8);
        var areas = cycles.areas(scheme, 5);
        var turned = new TreeMap<String, List<Entry>>(Comparator.reverseOrder());
        areas.forEach((area, entries) -> turned.put(area, entries.reversed()));

        assertThat(Evaluation.of(scheme, turned).results())
                .containsExactlyInAnyOrderElementsOf(
                        Evaluation.of(scheme, areas).results());
    }

    /** Standard competition ranking: as many ranks above as areas that are better. */
    @Property(tries = 200)
    void aRankCountsThoseWhoAreBetter(@ForAll long seed) {
        var cycles = new RandomCycles(seed);
        var scheme = cycles.scheme(4);
        var results = Evaluation.of(scheme, cycles.areas(scheme, 12)).results();

        for (var one : results) {
            one.rank()
                    .ifPresent(rank -> assertThat(rank - 1L)
                            .isEqualTo(results.stream()
                                    .filter(other -> other.rank().isPresent())
                                    .filter(other -> isBetter(other, one))
                                    .count()));
        }
    }

    private static boolean isBetter(AreaResult one, AreaResult other) {
        int grades = one.grade().orElseThrow().compareTo(other.grade().orElseThrow());
        return grades < 0
                || (grades == 0
                        && one.score().orElseThrow().compareTo(other.score().orElseThrow()) > 0);
    }

    private static Fraction total(List<AreaResult> results, String area) {
        return results.stream()
                .filter(result -> result.area().equals(area))
                .flatMap(result -> result.total().stream())
                .findFirst()
                .orElse(Fraction.ZERO);
    }

    private static boolean isBonus(Scheme scheme, Entry entry) {
        return scheme.node(entry.node())
                .flatMap(Scheme.Node::rule)
                .filter(ScoringRule.Bonus.class::isInstance)
                .isPresent();
    }
}
