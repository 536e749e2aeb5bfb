package cn.quality.indicator.progress;

import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges how far a target has come: the kinds of targets, each by its own rule. */
final class ProgressPolicy {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final Commitment commitment;
    private final Bands bands;
    private final LocalDate day;
    private final ProgressWords words;

    ProgressPolicy(Commitment commitment, Bands bands, LocalDate day) {
        this.commitment = commitment;
        this.bands = bands;
        this.day = day;
        this.words = new ProgressWords(commitment.definition());
    }

    Judgement judge(Choice choice) {
        if (commitment.kind() == TargetKind.DIRECTION) {
            return Judgement.of(
                    ProgressState.NOT_JUDGED,
                    () -> new Text(
                            "规划只定方向，未定数值，只列示、不评判", "The plan names a direction and no number: shown, not judged"));
        }
        var actual = choice.actual();
        if (actual == null) {
            return Judgement.of(
                    ProgressState.NO_DATA,
                    () -> Optional.ofNullable(choice.whyNone()).orElseGet(ProgressState.NO_DATA::label));
        }
        if (commitment.kind() == TargetKind.ORDINAL) {
            return judgeLevel(actual);
        }
        var limit = commitment.limit();
        var value = actual.value();
        if (limit.isEmpty() || value == null) {
            return Judgement.of(
                    ProgressState.NOT_JUDGED,
                    () -> new Text("数据与目标一个是数值、一个是等级，无从比较", "One is a number and the other a level"));
        }
        var ends = commitment.ends(value, actual.qualifier());
        var courses = commitment.courses();
        var states = ends.stream()
                .flatMap(end -> courses.isEmpty()
                        ? Stream.of(state(end, actual.qualifier(), limit.get(), Optional.empty(), actual))
                        : courses.stream()
                                .map(course ->
                                        state(end, actual.qualifier(), limit.get(), Optional.of(course), actual)))
                .distinct()
                .toList();
        if (states.size() > 1) {
            return Judgement.of(ProgressState.NOT_JUDGED, () -> words.undecided(actual, states));
        }
        var state = states.getFirst();
        if (courses.isEmpty()) {
            return Judgement.of(state, () -> words.againstLimit(actual, value, limit.get(), state));
        }
        var course = courses.getFirst();
        var expected = course.expectedAt(actual.period().last());
        var share = part(value, course.from(), expected);
        return new Judgement(
                state,
                expected,
                share.orElse(null),
                part(value, course.from(), course.to()).orElse(null),
                () -> share.isEmpty() || isFinal(state)
                        ? words.againstLimit(actual, value, limit.get(), state)
                        : words.onTheWay(actual, value, course, expected, share.get(), state, bands));
    }

    private static boolean isFinal(ProgressState state) {
        return state == ProgressState.ACHIEVED || state == ProgressState.MISSED;
    }

    private boolean isOver() {
        return commitment.deadline().filter(day::isAfter).isPresent();
    }

    /** @param end absent for an interval that is open to the side of its qualifier */
    private ProgressState state(
            Optional<BigDecimal> end,
            @Nullable Qualifier qualifier,
            Limit limit,
            Optional<Course> course,
            Actual actual) {
        if (end.isEmpty()) {
            boolean upwards = qualifier == Qualifier.GE || qualifier == Qualifier.GT;
            return upwards == (commitment.direction() == Direction.AT_LEAST)
                    ? keptState(course.isPresent())
                    : ProgressState.NOT_JUDGED;
        }
        if (limit.isKeptBy(end.get())) {
            return keptState(course.isPresent());
        }
        if (isOver()) {
            return ProgressState.MISSED;
        }
        return switch (commitment.kind()) {
            case MAINTAIN, ZERO -> ProgressState.OFF_TRACK;
            default -> course.map(way -> onTheWay(end.get(), way, actual)).orElse(ProgressState.NOT_YET_REACHED);
        };
    }

    private ProgressState keptState(boolean hasCourse) {
        boolean floor = commitment.kind() == TargetKind.MAINTAIN || commitment.kind() == TargetKind.ZERO;
        return hasCourse || floor || isOver() ? ProgressState.ACHIEVED : ProgressState.REACHED;
    }

    private ProgressState onTheWay(BigDecimal value, Course course, Actual actual) {
        int up = course.to().compareTo(course.from());
        boolean beyond = up * value.compareTo(course.to()) > 0;
        if (up == 0 || beyond) {
            return ProgressState.OFF_TRACK;
        }
        var expected = course.expectedAt(actual.period().last());
        return part(value, course.from(), expected)
                .map(bands::of)
                .orElseGet(
                        () -> up * value.compareTo(expected) >= 0 ? ProgressState.ON_TRACK : ProgressState.OFF_TRACK);
    }

    /** How much of the way from one figure to another; the sign turns by itself where the way leads down. */
    private static Optional<BigDecimal> part(BigDecimal value, BigDecimal from, BigDecimal to) {
        var whole = to.subtract(from);
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(value.subtract(from).divide(whole, EXACT));
    }

    private Judgement judgeLevel(Actual actual) {
        var scale = commitment.definition().levels();
        int reached = actual.level() == null ? -1 : scale.indexOf(actual.level());
        int promised = position(scale, Optional.ofNullable(commitment.figure()));
        if (reached < 0 || promised < 0) {
            return Judgement.of(
                    ProgressState.NOT_JUDGED,
                    () -> new Text("等级不在指标的量表中，无从比较", "A level is not on the scale of the indicator"));
        }
        boolean kept =
                switch (commitment.direction()) {
                    case AT_LEAST -> reached >= promised;
                    case AT_MOST -> reached <= promised;
                    case EXACTLY, NONE -> reached == promised;
                };
        int before = position(scale, Optional.ofNullable(commitment.baseline()));
        var state = kept
                ? before >= 0 || isOver() ? ProgressState.ACHIEVED : ProgressState.REACHED
                : isOver()
                        ? ProgressState.MISSED
                        : before == promised ? ProgressState.OFF_TRACK : ProgressState.NOT_YET_REACHED;
        return Judgement.of(state, () -> words.level(actual, scale.get(reached), scale.get(promised), state));
    }

    /** Of the level a plan's wording names: 保持在“比较满意”的水平. */
    private static int position(List<String> scale, Optional<Figure> figure) {
        return figure.map(Figure::text)
                .map(text -> scale.stream()
                        .filter(text::contains)
                        .collect(Collectors.collectingAndThen(
                                Collectors.toList(), named -> named.isEmpty() ? -1 : scale.indexOf(longest(named)))))
                .orElse(-1);
    }

    private static String longest(List<String> named) {
        return named.stream()
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElseThrow();
    }
}
