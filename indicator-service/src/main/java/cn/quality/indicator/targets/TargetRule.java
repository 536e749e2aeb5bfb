package cn.quality.indicator.targets;

import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold between the parts of a target. */
enum TargetRule {
    BACKGROUND_IS_NO_TARGET(
            "kind", "背景指标不是目标", "What is of kind CONTEXT is no target", t -> t.kind() != TargetKind.CONTEXT),
    IT_POINTS_SOMEWHERE("direction", "目标必须有方向", "A target has a direction", t -> t.direction() != Direction.NONE),
    ONLY_A_MERE_DIRECTION_HAS_NO_FIGURE(
            "figure",
            "仅定方向的目标不写数值，其他目标必须写明",
            "A target of kind DIRECTION has no figure, every other one has",
            t -> (t.kind() == TargetKind.DIRECTION) == (t.figure() == null)),
    QUALIFIER_GOES_WITH_VALUE(
            "qualifier",
            "限定词与数值必须同时给出",
            "A qualifier and a value go together",
            t -> figures(t).allMatch(f -> (f.value() == null) == (f.qualifier() == null))),
    ONLY_LEVELS_LACK_A_NUMBER(
            "figure.value",
            "只有等级目标可以没有数字",
            "Only a level of an ordered scale has no number",
            t -> t.kind() == TargetKind.ORDINAL || t.figure() == null || value(t.figure()) != null),
    ZERO_MEANS_ZERO(
            "figure.value",
            "零发生目标的取值必须为 0",
            "The target of kind ZERO is 0",
            t -> t.kind() != TargetKind.ZERO || isNumber(t.figure(), BigDecimal.ZERO)),
    A_MILESTONE_IS_DONE_OR_NOT(
            "figure.value",
            "里程碑目标的取值必须为 1",
            "The target of kind MILESTONE is 1: done",
            t -> t.kind() != TargetKind.MILESTONE || isNumber(t.figure(), BigDecimal.ONE)),
    BASELINE_COMES_FIRST(
            "baseline.year",
            "基期必须早于目标年份",
            "The baseline is of an earlier year than the target",
            t -> t.baseline() == null
                    || t.figure() == null
                    || t.baseline().year() < t.figure().year()),
    ONLY_A_BASELINE_HAS_A_DEFINITION(
            "baselineDefinition",
            "没有基数时不写基数口径",
            "Without a baseline there is no definition of it",
            t -> t.baselineDefinition() == null || t.baseline() != null),
    IT_GOES_THE_WAY_IT_SAYS(
            "direction",
            "目标与基数的高低须符合方向",
            "The target lies on the side of the baseline that its direction names",
            TargetRule::goesTheWayItSays),
    READING_READS_A_FIGURE(
            "reading",
            "读法只用于有数值的目标，且与方向一致",
            "A reading is of a figure with a number, and agrees with the direction",
            TargetRule::readsAFigure),
    A_WAY_HAS_TWO_ENDS(
            "trajectory",
            "只有带同口径数字基数的达标类目标才有轨迹",
            "Only a target of kind REACH with a baseline in figures, of the same definition, has a trajectory",
            t -> t.trajectory() == null || t.hasTrajectory()),
    ANOTHER_METHOD_HAS_A_REASON(
            "trajectory.reason",
            "采用直线以外的方法须写明理由",
            "A method other than the straight line has a reason",
            t -> t.trajectory() == null
                    || t.trajectory().method() == TrajectoryMethod.LINEAR
                    || t.trajectory().reason() != null),
    STEPS_LEAD_FROM_BASELINE_TO_TARGET(
            "trajectory.steps",
            "阶段值只用于 STEP，年份递增并在基期与目标之间",
            "Steps belong to the method STEP; their years ascend between baseline and target",
            TargetRule::stepsLeadOn),
    COMPOUND_GROWTH_IS_OF_POSITIVE_FIGURES(
            "trajectory.method",
            "复合增长只用于大于零的基数与目标",
            "Compound growth leads from one figure above zero to another",
            t -> t.trajectory() == null
                    || t.trajectory().method() != TrajectoryMethod.COMPOUND
                    || (positive(t.baseline()) && positive(t.figure()))),
    IT_IS_QUOTED(
            "passages",
            "目标至少引用一处原文",
            "At least one passage gives the target",
            t -> t.passages().stream().anyMatch(p -> p.about() == PassageAbout.TARGET)),
    NOTHING_TWICE(
            "passages",
            "原文不得重复引用",
            "No passage is given twice",
            t -> new HashSet<>(t.passages()).size() == t.passages().size());

    private final String field;
    private final Text reason;
    private final Predicate<NewTarget> keptBy;

    TargetRule(String field, String zh, String en, Predicate<NewTarget> keptBy) {
        this.field = field;
        this.reason = new Text(zh, en);
        this.keptBy = keptBy;
    }

    static List<TargetRule> brokenBy(NewTarget target) {
        return Stream.of(values()).filter(rule -> !rule.keptBy.test(target)).toList();
    }

    String field() {
        return field;
    }

    /** Stable English name for the problem's {@code violations}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text reason() {
        return reason;
    }

    private static Stream<Figure> figures(NewTarget target) {
        return Stream.of(Optional.ofNullable(target.baseline()), Optional.ofNullable(target.figure()))
                .flatMap(Optional::stream);
    }

    private static @Nullable BigDecimal value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }

    private static boolean isNumber(@Nullable Figure figure, BigDecimal number) {
        var value = value(figure);
        return value != null && value.compareTo(number) == 0;
    }

    private static boolean positive(@Nullable Figure figure) {
        var value = value(figure);
        return value != null && value.signum() > 0;
    }

    private static boolean goesTheWayItSays(NewTarget target) {
        var from = value(target.baseline());
        var to = value(target.figure());
        if (from == null || to == null || target.breaksSeries()) {
            return true;
        }
        return switch (target.direction()) {
            case AT_LEAST -> from.compareTo(to) <= 0;
            case AT_MOST -> from.compareTo(to) >= 0;
            case EXACTLY, NONE -> true;
        };
    }

    private static boolean readsAFigure(NewTarget target) {
        var reading = target.reading();
        if (reading == null) {
            return true;
        }
        return value(target.figure()) != null
                && switch (reading.qualifier()) {
                    case GE, GT -> target.direction() == Direction.AT_LEAST;
                    case LE, LT -> target.direction() == Direction.AT_MOST;
                    case EQ -> target.direction() == Direction.EXACTLY;
                };
    }

    private static boolean stepsLeadOn(NewTarget target) {
        var trajectory = target.trajectory();
        if (trajectory == null || trajectory.steps().isEmpty()) {
            return true;
        }
        if (trajectory.method() != TrajectoryMethod.STEP || target.baseline() == null || target.figure() == null) {
            return false;
        }
        int before = target.baseline().year();
        for (var step : trajectory.steps()) {
            if (step.year() <= before) {
                return false;
            }
            before = step.year();
        }
        return before < target.figure().year();
    }
}
