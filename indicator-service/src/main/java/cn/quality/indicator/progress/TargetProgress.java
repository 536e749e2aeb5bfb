package cn.quality.indicator.progress;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.catalogue.Direction;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.Measure;
import cn.quality.indicator.catalogue.Qualifier;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.observation.Frequency;
import cn.quality.indicator.observation.ObservationView;
import cn.quality.indicator.targets.DecompositionView;
import cn.quality.indicator.targets.TargetView;
import cn.quality.indicator.targets.Trajectory;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.problem.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far one target has come in one area on a day. */
final class TargetProgress {

    private final TargetView target;
    private final AreaCode area;
    private final DefinitionView definition;
    private final Optional<Figure> share;
    private final Commitment commitment;
    private final LocalDate day;
    private final Bands bands;

    /** @param handedDown how the target was broken down, if it was; not needed for its own area */
    TargetProgress(
            TargetView target,
            AreaCode area,
            DefinitionView definition,
            Optional<DecompositionView> handedDown,
            LocalDate day,
            Bands bands) {
        this.target = target;
        this.area = area;
        this.definition = definition;
        this.share = share(target, area, handedDown);
        this.commitment = commitment(target, area, share, definition);
        this.day = day;
        this.bands = bands;
    }

    /** @param newest published figures of the target's definition; the newest of each frequency suffice */
    Standing standing(List<ObservationView> newest) {
        var choice = Choice.of(newest.stream().map(Actual::of).toList(), day, commitment.deadline());
        var judgement = judge(choice);
        return new Standing(
                new TargetInArea(target, area),
                judgement.state(),
                () -> view(choice, judgement, Optional.empty()),
                newest.stream().max(ObservationView.BY_END).orElse(null));
    }

    /** @param series all that is published of the target's definition */
    ProgressView withForecast(List<ObservationView> series) {
        return withForecastOf(series.stream().map(Actual::of).toList());
    }

    /** @param series all that is published of the target's definition */
    ProgressView withForecastOf(List<Actual> series) {
        var choice = Choice.of(series, day, commitment.deadline());
        return view(choice, judge(choice), forecast(series, choice.actual()));
    }

    private Judgement judge(Choice choice) {
        return share.isPresent() || isTheWhole()
                ? new ProgressPolicy(commitment, bands, day).judge(choice)
                : Judgement.of(
                        ProgressState.NOT_JUDGED,
                        () -> new Text(
                                "目标未分解到该地区，不作评判", "The target has not been broken down to this area: not judged"));
    }

    private ProgressView view(Choice choice, Judgement judgement, Optional<Forecast> forecast) {
        var actual = choice.actual();
        var expected = judgement.expected();
        return new ProgressView(
                target.id(),
                target.indicator(),
                target.plan(),
                area,
                day,
                target.kind(),
                judgement.state(),
                bilingual(judgement.reason()),
                actual,
                expected == null || actual == null || actual.value() == null
                        ? null
                        : shown(expected, actual.value(), Math.max(1, definition.decimals())),
                shown(judgement.share(), bands),
                shown(judgement.gained(), bands),
                commitment.baseline(),
                commitment.figure(),
                commitment.courses().isEmpty() ? null : commitment.trajectory(),
                target.reading(),
                readOtherwise(choice, judgement).orElse(null),
                judgement.share() == null ? null : bands,
                forecast.orElse(null));
    }

    /** Of a period that ends the day before. */
    Optional<FigureJudgement> judged(ObservationView figure) {
        var last = figure.period().last();
        if (!speaksOf(figure, last)) {
            return Optional.empty();
        }
        var judgement = new ProgressPolicy(commitment, bands, day).judge(new Choice(Actual.of(figure), null));
        return Optional.of(new FigureJudgement(
                judgement.state(),
                judgement.expected(),
                border(last).orElse(null),
                bilingual(judgement.reason()),
                definition));
    }

    private boolean speaksOf(ObservationView figure, LocalDate last) {
        var baseline = commitment.baseline();
        return figure.definition() == target.definition()
                && new RegionCode(target.area().value()).covers(new RegionCode(area.value()))
                && (share.isPresent() || isTheWhole())
                && commitment.deadline().filter(last::isAfter).isEmpty()
                && (baseline == null || last.getYear() > baseline.year())
                && (definition.measure() != Measure.FLOW
                        || target.kind() == TargetKind.ZERO
                        || figure.frequency() == Frequency.A);
    }

    /** On the way: the last value that is not off track. At the end of the way, and without one: the limit itself. */
    private Optional<Limit> border(LocalDate last) {
        var courses = commitment.courses();
        if (courses.isEmpty()
                || commitment.direction() == Direction.EXACTLY
                || commitment.deadline().filter(last::isEqual).isPresent()) {
            return commitment.limit();
        }
        var course = courses.getFirst();
        var gain = course.expectedAt(last).subtract(course.from());
        return Optional.of(new Limit(
                course.to().compareTo(course.from()) < 0 ? Qualifier.LE : Qualifier.GE,
                course.from().add(gain.multiply(bands.atRisk()))));
    }

    /** What counts for the whole alone says nothing about a part: 250 units of the city are not 250 of a county. */
    private boolean isTheWhole() {
        return area.equals(target.area())
                || !definition.measure().addsUp()
                || target.kind() == TargetKind.ZERO
                || target.kind() == TargetKind.DIRECTION;
    }

    /** What an area was given of a target that was handed down. */
    private static Optional<Figure> share(TargetView target, AreaCode area, Optional<DecompositionView> handedDown) {
        var whole = target.figure();
        return area.equals(target.area()) || whole == null
                ? Optional.empty()
                : handedDown
                        .flatMap(parts -> parts.valueOf(area))
                        .map(value -> new Figure(whole.year(), value, whole.qualifier(), value.toPlainString()));
    }

    /** The baseline is the plan's own area's, and is compared only with figures of its own definition. */
    private static Commitment commitment(
            TargetView target, AreaCode area, Optional<Figure> share, DefinitionView definition) {
        boolean comparable = area.equals(target.area())
                && (target.baselineDefinition() == null || target.baselineDefinition() == target.definition());
        return new Commitment(
                target.kind(),
                target.direction(),
                comparable ? target.baseline() : null,
                share.orElse(target.figure()),
                target.reading(),
                target.trajectory() == null ? Trajectory.STRAIGHT : target.trajectory(),
                definition);
    }

    /** Only where the figure itself is the actual value, so that the reading decides. */
    private Optional<ProgressView.ReadOtherwise> readOtherwise(Choice choice, Judgement judgement) {
        if (commitment.reading() == null) {
            return Optional.empty();
        }
        var other = commitment.readOtherwise();
        var state = new ProgressPolicy(other, bands, day).judge(choice).state();
        return state == judgement.state()
                ? Optional.empty()
                : other.limit().map(limit -> new ProgressView.ReadOtherwise(limit.qualifier(), state));
    }

    /** From the figures up to the day, all of the kind of period that is judged. */
    private Optional<Forecast> forecast(List<Actual> series, @Nullable Actual actual) {
        var frequency = actual == null ? null : actual.period().frequency();
        return commitment
                .deadline()
                .filter(deadline -> !day.isAfter(deadline) && commitment.limit().isPresent())
                .map(deadline -> Forecaster.of(
                        series.stream()
                                .filter(figure -> figure.period().frequency() == frequency
                                        && !figure.period().last().isAfter(day))
                                .toList(),
                        deadline,
                        commitment.definition()));
    }

    private static BilingualText bilingual(Text text) {
        return new BilingualText(text.zh(), text.en());
    }

    private static BigDecimal shown(BigDecimal value, BigDecimal compared, int decimals) {
        return new BigDecimal(Digits.telling(value, compared, decimals));
    }

    /** Four digits, or as many as tell a share from the limits of its band. */
    private static @Nullable BigDecimal shown(@Nullable BigDecimal share, Bands bands) {
        if (share == null) {
            return null;
        }
        var other = shown(share, bands.atRisk(), 4);
        var one = shown(share, bands.onTrack(), 4);
        return one.scale() >= other.scale() ? one : other;
    }
}
