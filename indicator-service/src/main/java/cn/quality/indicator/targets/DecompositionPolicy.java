package cn.quality.indicator.targets;

import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Measure;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** When a target may be handed down as it is proposed: counts add up or the difference has a reason, nothing else adds. */
final class DecompositionPolicy {

    static final ProblemType DOES_NOT_ADD =
            new ProblemType(422, "does-not-add", new Text("比率、底线等目标不可按总和分解", "Rates and floors do not add up"));
    static final ProblemType SHARES_DO_NOT_ADD =
            new ProblemType(422, "shares-do-not-add", new Text("分解数之和与目标不符", "The shares do not add up to the target"));
    static final ProblemType INCOMPLETE_SHARE =
            new ProblemType(422, "incomplete-share", new Text("分解项不完整或重复", "A share is incomplete or doubled"));

    private DecompositionPolicy() {}

    static void require(NewDecomposition sent, TargetKind kind, Measure measure, Optional<BigDecimal> figure) {
        requireUnits(sent);
        if (sent.rule() == DecompositionRule.EACH) {
            return;
        }
        if (!measure.addsUp() || kind == TargetKind.MAINTAIN || figure.isEmpty()) {
            throw new Problem(DOES_NOT_ADD, DOES_NOT_ADD.title())
                    .with(
                            "rule",
                            DOES_NOT_ADD.code(),
                            new Text("只有数量目标可用 SUM，其他目标应由各单位分别保持", "Only counts are handed down as a sum; use EACH"));
        }
        requireValues(sent);
        requireSum(sent, figure.get(), share -> share.area() != null, "各地区", "the areas");
        requireSum(sent, figure.get(), share -> share.area() == null, "各部门", "the departments");
    }

    static Optional<BigDecimal> valueOf(Optional<Figure> figure) {
        return figure.map(Figure::value).flatMap(Optional::ofNullable);
    }

    private static void requireUnits(NewDecomposition sent) {
        var problem = new Problem(INCOMPLETE_SHARE, INCOMPLETE_SHARE.title());
        var seen = new HashSet<List<Optional<String>>>();
        IntStream.range(0, sent.shares().size()).forEach(i -> {
            var share = sent.shares().get(i);
            if (share.area() == null && share.department() == null) {
                problem.with(
                        "shares[%d]".formatted(i), "nobody", new Text("须写明地区或部门", "it names an area or a department"));
            } else if (!seen.add(List.of(Optional.ofNullable(share.area()), Optional.ofNullable(share.department())))) {
                problem.with("shares[%d]".formatted(i), "doubled", new Text("同一单位重复", "the unit has come before"));
            }
        });
        throwIfAny(problem);
    }

    private static void requireValues(NewDecomposition sent) {
        var problem = new Problem(INCOMPLETE_SHARE, INCOMPLETE_SHARE.title());
        IntStream.range(0, sent.shares().size())
                .filter(i -> sent.shares().get(i).value() == null)
                .forEach(i -> problem.with(
                        "shares[%d].value".formatted(i),
                        "required",
                        new Text("按总和分解须写明数值", "a share of a sum has a value")));
        throwIfAny(problem);
    }

    private static void requireSum(
            NewDecomposition sent, BigDecimal figure, Predicate<NewDecomposition.Share> units, String zh, String en) {
        var parts = sent.shares().stream().filter(units).toList();
        var sum = parts.stream()
                .map(NewDecomposition.Share::value)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!parts.isEmpty() && sum.compareTo(figure) != 0 && sent.difference() == null) {
            throw new Problem(SHARES_DO_NOT_ADD, SHARES_DO_NOT_ADD.title())
                    .with(
                            "difference",
                            SHARES_DO_NOT_ADD.code(),
                            new Text(
                                    "%s合计 %s，目标为 %s，须说明差额的理由"
                                            .formatted(zh, sum.toPlainString(), figure.toPlainString()),
                                    "%s make %s where the target is %s; say why"
                                            .formatted(en, sum.toPlainString(), figure.toPlainString())));
        }
    }

    private static void throwIfAny(Problem problem) {
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }
}
