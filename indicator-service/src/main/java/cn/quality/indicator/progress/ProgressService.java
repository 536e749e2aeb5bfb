package cn.quality.indicator.progress;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.area.AreaService;
import cn.quality.indicator.catalogue.DefinitionService;
import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.catalogue.Figure;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.conflict.ConflictId;
import cn.quality.indicator.conflict.ConflictService;
import cn.quality.indicator.conflict.SideView;
import cn.quality.indicator.observation.ObservationFilter;
import cn.quality.indicator.observation.ObservationService;
import cn.quality.indicator.observation.Timeline;
import cn.quality.indicator.targets.DecompositionService;
import cn.quality.indicator.targets.TargetFilter;
import cn.quality.indicator.targets.TargetId;
import cn.quality.indicator.targets.TargetService;
import cn.quality.indicator.targets.TargetView;
import cn.quality.indicator.targets.Trajectory;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Use cases around progress; all of it is read from what is public. */
@ApplicationScoped
public class ProgressService {

    private final TargetService targets;
    private final DefinitionService definitions;
    private final ObservationService observations;
    private final AreaService areas;
    private final DecompositionService decompositions;
    private final ConflictService conflicts;
    private final BandsRepository bands;
    private final Clock clock;

    ProgressService(
            TargetService targets,
            DefinitionService definitions,
            ObservationService observations,
            AreaService areas,
            DecompositionService decompositions,
            ConflictService conflicts,
            BandsRepository bands,
            Clock clock) {
        this.targets = targets;
        this.definitions = definitions;
        this.observations = observations;
        this.areas = areas;
        this.decompositions = decompositions;
        this.conflicts = conflicts;
        this.bands = bands;
        this.clock = clock;
    }

    /**
     * @return empty when there is no such target
     * @throws Problem 400 {@code invalid-argument} for an unknown area, and for what is no day
     */
    @Transactional
    public Optional<ProgressView> of(TargetId id, ProgressQuery query) {
        return targets.find(id).map(target -> progress(target, query));
    }

    /** Of each target the filter lets through. */
    @Transactional
    public Page<ProgressView> list(TargetFilter filter, ProgressQuery query, PageRequest page) {
        return targets.list(filter, page).map(target -> progress(target, query));
    }

    /**
     * Of each target that stands in a conflict, beside each other.
     *
     * @return empty when there is no such conflict
     */
    @Transactional
    public Optional<Page<ProgressView>> ofConflict(ConflictId id, ProgressQuery query) {
        return conflicts
                .find(id)
                .map(conflict -> new Page<>(
                        conflict.sides().stream()
                                .map(SideView::target)
                                .flatMap(Stream::ofNullable)
                                .distinct()
                                .flatMap(target -> targets.find(target).stream())
                                .map(target -> progress(target, query))
                                .toList(),
                        null));
    }

    private ProgressView progress(TargetView target, ProgressQuery query) {
        var day = query.day(clock);
        var area = query.place().orElse(target.area());
        requireKnown(area, target);
        var definition =
                definitions.find(target.indicator(), target.definition()).orElseThrow();
        var share = share(target, area);
        var commitment = commitment(target, area, share, definition);
        var series = published(target, area, query);
        var choice = Choice.of(series, day, commitment.deadline());
        var inForce = bands.on(day);
        var judgement = share.isPresent() || isTheWhole(target, area, definition)
                ? new ProgressPolicy(commitment, inForce, day).judge(choice)
                : Judgement.of(
                        ProgressState.NOT_JUDGED,
                        new Text("目标未分解到该地区，不作评判", "The target has not been broken down to this area: not judged"));
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
                new BilingualText(judgement.reason().zh(), judgement.reason().en()),
                actual,
                expected == null || actual == null || actual.value() == null
                        ? null
                        : shown(expected, actual.value(), Math.max(1, definition.decimals())),
                shown(judgement.share(), inForce),
                shown(judgement.gained(), inForce),
                commitment.baseline(),
                commitment.figure(),
                commitment.courses().isEmpty() ? null : commitment.trajectory(),
                target.reading(),
                readOtherwise(commitment, choice, inForce, day, judgement).orElse(null),
                judgement.share() == null ? null : inForce,
                forecast(commitment, series, actual, day).orElse(null));
    }

    private void requireKnown(AreaCode area, TargetView target) {
        if (!area.equals(target.area()) && areas.find(area).isEmpty()) {
            throw new Problem(ProblemTypes.INVALID_ARGUMENT, new Text("部分参数不合法", "Some parameters are not valid"))
                    .with("area", "unknown-area", Text.of("没有地区 %s", "There is no area %s", area));
        }
    }

    /** What counts for the whole alone says nothing about a part: 250 units of the city are not 250 of a county. */
    private static boolean isTheWhole(TargetView target, AreaCode area, DefinitionView definition) {
        return area.equals(target.area())
                || !definition.measure().addsUp()
                || target.kind() == TargetKind.ZERO
                || target.kind() == TargetKind.DIRECTION;
    }

    /** What an area was given of a target that was handed down. */
    private Optional<Figure> share(TargetView target, AreaCode area) {
        var whole = target.figure();
        return area.equals(target.area()) || whole == null
                ? Optional.empty()
                : decompositions
                        .find(target.id())
                        .flatMap(handedDown -> handedDown.valueOf(area))
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

    private List<Actual> published(TargetView target, AreaCode area, ProgressQuery query) {
        var figures = new ArrayList<Actual>();
        observations.forEach(
                new ObservationFilter(
                        target.indicator().value(),
                        target.definition(),
                        area.value(),
                        null,
                        null,
                        null,
                        query.asOf(),
                        null,
                        false),
                Timeline.PUBLISHED,
                figure -> figures.add(Actual.of(figure)));
        return figures;
    }

    /** Only where the figure itself is the actual value, so that the reading decides. */
    private static Optional<ProgressView.ReadOtherwise> readOtherwise(
            Commitment commitment, Choice choice, Bands bands, LocalDate day, Judgement judgement) {
        var reading = commitment.reading();
        if (reading == null) {
            return Optional.empty();
        }
        var other = commitment.readOtherwise();
        var state = new ProgressPolicy(other, bands, day).judge(choice).state();
        return state == judgement.state()
                ? Optional.empty()
                : other.limit().map(limit -> new ProgressView.ReadOtherwise(limit.qualifier(), state));
    }

    /** From the figures up to the day, all of the kind of period that is judged. */
    private static Optional<Forecast> forecast(
            Commitment commitment, List<Actual> series, @Nullable Actual actual, LocalDate day) {
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
