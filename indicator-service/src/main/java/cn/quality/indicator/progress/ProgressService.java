package cn.quality.indicator.progress;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.area.AreaService;
import cn.quality.indicator.catalogue.DefinitionService;
import cn.quality.indicator.conflict.ConflictId;
import cn.quality.indicator.conflict.ConflictService;
import cn.quality.indicator.conflict.SideView;
import cn.quality.indicator.observation.ObservationFilter;
import cn.quality.indicator.observation.ObservationService;
import cn.quality.indicator.observation.ObservationView;
import cn.quality.indicator.observation.Timeline;
import cn.quality.indicator.targets.DecompositionService;
import cn.quality.indicator.targets.TargetFilter;
import cn.quality.indicator.targets.TargetId;
import cn.quality.indicator.targets.TargetService;
import cn.quality.indicator.targets.TargetView;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        var area = query.place().orElse(target.area());
        requireKnown(area, target);
        var day = query.day(clock);
        return new TargetProgress(
                        target,
                        area,
                        definitions
                                .find(target.indicator(), target.definition())
                                .orElseThrow(),
                        decompositions.find(target.id()),
                        day,
                        bands.on(day))
                .withForecastOf(published(target, area, query));
    }

    /**
     * Of many targets at once, each with the figure it is judged by; in as many statements as of one, and in the order asked
     * for. Forecasts need whole series and are left out.
     *
     * @param query its area does not count
     */
    @Transactional
    public List<Standing> standings(List<TargetInArea> wanted, ProgressQuery query) {
        return ofMany(wanted, query, 1, TargetProgress::standing);
    }

    /** Of many targets at once, with forecasts from the whole series. */
    @Transactional
    public List<ProgressView> withForecasts(List<TargetInArea> wanted, ProgressQuery query) {
        return ofMany(wanted, query, Integer.MAX_VALUE, TargetProgress::withForecast);
    }

    /** @param periods how many of each series are needed, from the newest on */
    private <T> List<T> ofMany(
            List<TargetInArea> wanted,
            ProgressQuery query,
            int periods,
            BiFunction<TargetProgress, List<ObservationView>, T> judge) {
        var day = query.day(clock);
        var inForce = bands.on(day);
        var defined = definitions.of(
                wanted.stream().map(one -> one.target().indicator()).collect(Collectors.toSet()));
        var handedDown = decompositions.all();
        var figures = observations.published(
                wanted.stream().map(one -> one.ended(day)).collect(Collectors.toSet()), periods, query.asOf());
        return wanted.stream()
                .map(one -> {
                    var target = one.target();
                    var series = figures.getOrDefault(one.ended(day), List.of());
                    var progress = new TargetProgress(
                            target,
                            one.area(),
                            defined.getOrDefault(target.indicator(), List.of()).stream()
                                    .filter(definition -> definition.version() == target.definition())
                                    .findFirst()
                                    .orElseThrow(),
                            Optional.ofNullable(handedDown.get(target.id())),
                            day,
                            inForce);
                    return judge.apply(progress, series);
                })
                .toList();
    }

    /**
     * Judges one figure on the day after its period, published or not.
     *
     * @param figure not missing
     * @return empty where the target says nothing about it: of another definition or a place outside, from before the plan's
     *     start or after its end, of a part the target was not handed down to; and a part of the year's flow
     */
    @Transactional
    public Optional<FigureJudgement> judged(TargetView target, ObservationView figure) {
        var day = figure.period().after();
        return new TargetProgress(
                        target,
                        figure.area(),
                        definitions
                                .find(target.indicator(), target.definition())
                                .orElseThrow(),
                        decompositions.find(target.id()),
                        day,
                        bands.on(day))
                .judged(figure);
    }

    private void requireKnown(AreaCode area, TargetView target) {
        if (!area.equals(target.area()) && areas.find(area).isEmpty()) {
            throw new Problem(ProblemTypes.INVALID_ARGUMENT, new Text("部分参数不合法", "Some parameters are not valid"))
                    .with("area", "unknown-area", Text.of("没有地区 %s", "There is no area %s", area));
        }
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
}
