package cn.quality.indicator.assessment;

import cn.quality.indicator.scheme.Fraction;
import cn.quality.indicator.scheme.Scheme;
import cn.quality.platform.bundle.Bundle;
import cn.quality.platform.bundle.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A published result as the public downloads it, and the program it is verified with. */
final class AssessmentBundle {

    private static final String KIND = "assessment";
    private static final int SCHEMA_VERSION = 1;

    private AssessmentBundle() {}

    /**
     * Which result a bundle is.
     *
     * @param assessment its id
     * @param year by the year it begins in
     * @param edition 1 when first published, one more for each correction
     * @param previous what the edition before said; none in the first
     */
    record Heading(String assessment, int year, int edition, Optional<Previous> previous) {}

    /** @param digest of its bundle */
    record Previous(String digest, List<Standing> areas) {}

    /** How an area stood in the edition before. */
    record Standing(String area, Optional<BigDecimal> score, Optional<String> grade, Optional<Integer> rank) {}

    /** What a correction has changed for an area. */
    record Changed(
            String area,
            Optional<String> gradeBefore,
            Optional<String> gradeAfter,
            Optional<BigDecimal> scoreBefore,
            Optional<BigDecimal> scoreAfter) {}

    private record Reported(String area, Collection<Entry> entries) {}

    private record Inputs(
            String assessment, int year, int edition, Optional<Previous> previous, List<Reported> areas) {}

    private record Rules(String scheme, long version, Object sheet) {}

    private record Partials(String area, List<Row> nodes) {}

    private record Row(
            String node,
            NodeState state,
            Optional<Fraction> weight,
            Optional<Fraction> share,
            Optional<Fraction> points) {}

    private record Result(List<AreaResult> areas, List<Changed> changes) {}

    /** Partial scores in it are exact: a fraction where no decimal is. */
    static Bundle of(
            Heading heading, Scheme scheme, Map<String, ? extends Collection<Entry>> entries, Evaluation evaluation) {
        return Bundle.of(
                KIND,
                SCHEMA_VERSION,
                new Inputs(
                        heading.assessment(),
                        heading.year(),
                        heading.edition(),
                        heading.previous(),
                        entries.entrySet().stream()
                                .map(area -> new Reported(area.getKey(), area.getValue()))
                                .toList()),
                new Rules(scheme.id(), scheme.version(), scheme.sheet()),
                evaluation.partials().entrySet().stream()
                        .map(area -> new Partials(
                                area.getKey(),
                                area.getValue().stream()
                                        .map(row -> new Row(
                                                row.node(), row.state(), row.weight(), row.share(), row.points()))
                                        .toList()))
                        .toList(),
                new Result(evaluation.results(), changes(heading.previous(), evaluation.results())));
    }

    /** The areas whose grade or score another edition changes. */
    static List<Changed> changes(Optional<Previous> previous, List<AreaResult> results) {
        return previous.map(Previous::areas).orElse(List.of()).stream()
                .flatMap(before -> results.stream()
                        .filter(after -> after.area().equals(before.area()))
                        .filter(after -> !after.grade().equals(before.grade())
                                || !after.score().equals(before.score()))
                        .map(after -> new Changed(
                                before.area(), before.grade(), after.grade(), before.score(), after.score())))
                .toList();
    }

    /** JavaScript for the browser and for node. */
    static byte[] verifier() {
        try (var rules = Objects.requireNonNull(AssessmentBundle.class.getResourceAsStream("assessment.js"))) {
            return Verifier.script(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
