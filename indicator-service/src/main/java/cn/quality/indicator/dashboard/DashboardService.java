package cn.quality.indicator.dashboard;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.area.AreaKind;
import cn.quality.indicator.area.AreaService;
import cn.quality.indicator.area.AreaService.Surroundings;
import cn.quality.indicator.area.AreaView;
import cn.quality.indicator.assessment.PublishedGrades;
import cn.quality.indicator.catalogue.DefinitionService;
import cn.quality.indicator.catalogue.IndicatorService;
import cn.quality.indicator.catalogue.IndicatorSummary;
import cn.quality.indicator.conflict.ConflictService;
import cn.quality.indicator.conflict.ConflictView;
import cn.quality.indicator.conflict.SideView;
import cn.quality.indicator.live.LiveFigureView;
import cn.quality.indicator.live.LiveService;
import cn.quality.indicator.observation.EndedPeriods;
import cn.quality.indicator.observation.ObservationFilter;
import cn.quality.indicator.observation.ObservationService;
import cn.quality.indicator.observation.ObservationView;
import cn.quality.indicator.observation.Timeline;
import cn.quality.indicator.progress.ProgressService;
import cn.quality.indicator.progress.ProgressState;
import cn.quality.indicator.progress.ProgressView;
import cn.quality.indicator.progress.Standing;
import cn.quality.indicator.progress.TargetInArea;
import cn.quality.indicator.targets.TargetId;
import cn.quality.indicator.targets.TargetService;
import cn.quality.indicator.targets.TargetView;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** One use case for each page. */
@ApplicationScoped
class DashboardService {

    private final AreaService areas;
    private final IndicatorService indicators;
    private final DefinitionService definitions;
    private final TargetService targets;
    private final ObservationService observations;
    private final ProgressService progress;
    private final ConflictService conflicts;
    private final LiveService live;
    private final PublishedGrades grades;
    private final Session session;
    private final Clock clock;

    DashboardService(
            AreaService areas,
            IndicatorService indicators,
            DefinitionService definitions,
            TargetService targets,
            ObservationService observations,
            ProgressService progress,
            ConflictService conflicts,
            LiveService live,
            PublishedGrades grades,
            Session session,
            Clock clock) {
        this.areas = areas;
        this.indicators = indicators;
        this.definitions = definitions;
        this.targets = targets;
        this.observations = observations;
        this.progress = progress;
        this.conflicts = conflicts;
        this.live = live;
        this.grades = grades;
        this.session = session;
        this.clock = clock;
    }

    /** The page of the city; empty before there is one. */
    @Transactional
    Optional<AreaDashboard> city(DashboardQuery query) {
        onlyRead();
        var day = query.progress().day(clock);
        return areas.aroundCity(day).map(place -> area(place, day, query));
    }

    /**
     * @return empty when there is no such area
     * @throws Problem 400 {@code invalid-argument} for what is no day or moment
     */
    @Transactional
    Optional<AreaDashboard> area(AreaCode code, DashboardQuery query) {
        onlyRead();
        var day = query.progress().day(clock);
        return areas.around(code, day).map(place -> area(place, day, query));
    }

    private AreaDashboard area(Surroundings place, LocalDate day, DashboardQuery query) {
        var all = targets.all();
        var above = withAbove(place);
        var asked = all.stream().filter(target -> above.contains(target.area())).toList();
        var disputed = disputes(indicatorsOf(asked), all);
        var here = inArea(asked, place.area());
        var standings = standings(
                Stream.of(
                        here,
                        place.children().stream()
                                .flatMap(child -> inArea(asked, child).stream())
                                .toList(),
                        disputed.sides()),
                query);
        var lines = lines(here, standings);
        var graded = grades.newest(
                Stream.concat(Stream.of(place.area()), place.children().stream())
                        .map(AreaView::code)
                        .toList(),
                observations.moment(query.asOf()));
        return new AreaDashboard(
                place.area(),
                place.above(),
                day,
                StateCounts.of(states(lines)),
                lines.stream()
                        .collect(Collectors.groupingBy(
                                line -> line.indicator().domain(), TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(domain -> new DomainTile(domain.getKey(), StateCounts.of(states(domain.getValue()))))
                        .toList(),
                lines,
                disputed.lines(standings),
                place.children().stream()
                        .map(child -> new AreaTile(
                                child,
                                StateCounts.of(inArea(asked, child).stream()
                                        .map(one -> standings.of(one).state())),
                                graded.get(child.code())))
                        .toList(),
                place.area().kind() == AreaKind.CITY ? live(query) : List.of(),
                graded.get(place.area().code()));
    }

    /**
     * @param area the city when left out
     * @return empty when no indicator is in such a domain
     * @throws Problem 400 {@code invalid-argument} for an unknown area, and for what is no day or moment
     */
    @Transactional
    Optional<DomainDashboard> domain(String domain, @Nullable String area, DashboardQuery query) {
        onlyRead();
        var all = indicators.inDomain(domain);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var day = query.progress().day(clock);
        var place = place(area, day);
        var codes = all.stream().map(IndicatorSummary::code).collect(Collectors.toSet());
        var above = withAbove(place);
        var known = targets.all();
        var asked = known.stream()
                .filter(target -> codes.contains(target.indicator()) && above.contains(target.area()))
                .toList();
        var disputed = disputes(codes, known);
        var here = inArea(asked, place.area());
        var standings = standings(Stream.of(here, disputed.sides()), query);
        var lines = lines(here, standings);
        return Optional.of(new DomainDashboard(
                domain,
                place.area(),
                day,
                StateCounts.of(states(lines)),
                figures(all, place.area().code(), day, query),
                lines,
                disputed.lines(standings),
                live(query).stream()
                        .filter(figure -> codes.contains(figure.code()))
                        .toList()));
    }

    /**
     * @param area whose series is shown; the city when left out
     * @return empty when there is no such indicator
     * @throws Problem 400 {@code invalid-argument} for an unknown area, and for what is no day or moment
     */
    @Transactional
    Optional<IndicatorDashboard> indicator(IndicatorCode code, @Nullable String area, DashboardQuery query) {
        onlyRead();
        return indicators.find(code).map(indicator -> {
            var day = query.progress().day(clock);
            var place = place(area, day).area();
            var all = targets.all();
            var asked = all.stream()
                    .filter(target -> target.indicator().equals(code))
                    .toList();
            var judged = progress.withForecasts(
                    asked.stream()
                            .map(target -> new TargetInArea(target, target.area()))
                            .toList(),
                    query.progress());
            var defined = definitions.of(code);
            var disputed = disputes(List.of(code), all);
            return new IndicatorDashboard(
                    query.asOf() == null ? indicator : indicator.withoutLive(),
                    defined,
                    place,
                    day,
                    StateCounts.of(judged.stream().map(ProgressView::state)),
                    asked,
                    judged,
                    series(code, place.code(), query),
                    newest(
                                    defined.stream()
                                            .flatMap(definition -> areas.codes().stream()
                                                    .map(one -> new EndedPeriods(code, definition.version(), one, day)))
                                            .toList(),
                                    ObservationView::area,
                                    query)
                            .values()
                            .stream()
                            .sorted(Comparator.comparing(figure -> figure.area().value()))
                            .toList(),
                    disputed.lines(standings(Stream.of(disputed.sides()), query)));
        });
    }

    /** Otherwise each of a page's dozen statements would first look for changes in all that was loaded before. */
    private void onlyRead() {
        session.setDefaultReadOnly(true);
        session.setHibernateFlushMode(FlushMode.MANUAL);
    }

    private Surroundings place(@Nullable String area, LocalDate day) {
        return (area == null ? areas.aroundCity(day) : AreaCode.parse(area).flatMap(code -> areas.around(code, day)))
                .orElseThrow(() -> new Problem(
                                ProblemTypes.INVALID_ARGUMENT, new Text("部分参数不合法", "Some parameters are not valid"))
                        .with(
                                "area",
                                "unknown-area",
                                area == null
                                        ? new Text("尚无市级地区，须写明地区", "There is no city yet; name an area")
                                        : Text.of("没有地区 %s", "There is no area %s", area)));
    }

    private static List<AreaCode> withAbove(Surroundings place) {
        return Stream.concat(Stream.of(place.area()), place.above().stream())
                .map(AreaView::code)
                .toList();
    }

    private static List<TargetInArea> inArea(List<TargetView> asked, AreaView area) {
        return asked.stream()
                .map(target -> new TargetInArea(target, area.code()))
                .toList();
    }

    /** Where targets stand, looked up by target and area. */
    private record Standings(Map<Place, Standing> known) {

        private record Place(TargetId target, AreaCode area) {}

        private static Place place(TargetInArea one) {
            return new Place(one.target().id(), one.area());
        }

        Standing of(TargetInArea one) {
            return Objects.requireNonNull(known.get(place(one)));
        }
    }

    private Standings standings(Stream<List<TargetInArea>> wanted, DashboardQuery query) {
        var once = new LinkedHashMap<Standings.Place, TargetInArea>();
        wanted.flatMap(List::stream).forEach(one -> once.putIfAbsent(Standings.place(one), one));
        var found = progress.standings(List.copyOf(once.values()), query.progress());
        return new Standings(found.stream()
                .collect(Collectors.toMap(
                        standing -> new Standings.Place(
                                standing.place().target().id(), standing.place().area()),
                        Function.identity())));
    }

    private List<TargetLine> lines(List<TargetInArea> here, Standings standings) {
        var named =
                indicators
                        .summaries(here.stream()
                                .map(one -> one.target().indicator())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(IndicatorSummary::code, Function.identity()));
        return here.stream()
                .map(one -> {
                    var standing = standings.of(one);
                    return new TargetLine(
                            Objects.requireNonNull(named.get(one.target().indicator())),
                            standing.progress(),
                            standing.latest());
                })
                .toList();
    }

    /** Conflicts, with the targets of their sides, each in its own area. */
    private record Disputes(List<ConflictView> conflicts, Map<TargetId, TargetInArea> targets) {

        List<TargetInArea> sides() {
            return List.copyOf(targets.values());
        }

        List<ConflictLine> lines(Standings standings) {
            return conflicts.stream()
                    .map(conflict -> new ConflictLine(
                            conflict,
                            targetsOf(conflict)
                                    .map(targets::get)
                                    .flatMap(Stream::ofNullable)
                                    .map(side -> standings.of(side).progress())
                                    .toList()))
                    .toList();
        }

        static Stream<TargetId> targetsOf(ConflictView conflict) {
            return conflict.sides().stream()
                    .map(SideView::target)
                    .flatMap(Stream::ofNullable)
                    .distinct();
        }
    }

    private Disputes disputes(Collection<IndicatorCode> codes, List<TargetView> all) {
        var about = conflicts.about(codes);
        var sides = about.stream().flatMap(Disputes::targetsOf).collect(Collectors.toSet());
        return new Disputes(
                about,
                all.stream()
                        .filter(target -> sides.contains(target.id()))
                        .collect(Collectors.toMap(TargetView::id, target -> new TargetInArea(target, target.area()))));
    }

    private List<IndicatorLine> figures(
            List<IndicatorSummary> all, AreaCode area, LocalDate day, DashboardQuery query) {
        var newest = newest(
                definitions.of(all.stream().map(IndicatorSummary::code).toList()).values().stream()
                        .flatMap(List::stream)
                        .map(definition -> new EndedPeriods(definition.indicator(), definition.version(), area, day))
                        .toList(),
                ObservationView::indicator,
                query);
        return all.stream()
                .map(indicator -> new IndicatorLine(indicator, newest.get(indicator.code())))
                .toList();
    }

    /** The figure of the last period of each. */
    private <K> Map<K, ObservationView> newest(
            List<EndedPeriods> wanted, Function<ObservationView, K> key, DashboardQuery query) {
        return observations.published(wanted, 1, query.asOf()).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        key,
                        Function.identity(),
                        (one, other) -> ObservationView.BY_END.compare(one, other) >= 0 ? one : other));
    }

    private List<ObservationView> series(IndicatorCode code, AreaCode area, DashboardQuery query) {
        var series = new ArrayList<ObservationView>();
        observations.forEach(
                new ObservationFilter(code.value(), null, area.value(), null, null, null, query.asOf(), null, false),
                Timeline.PUBLISHED,
                series::add);
        series.sort(Comparator.comparing(ObservationView::definition)
                .thenComparing(ObservationView::frequency)
                .thenComparing(ObservationView::period));
        return series;
    }

    private List<LiveFigureView> live(DashboardQuery query) {
        return query.asOf() == null ? live.figures().figures() : List.of();
    }

    private static Stream<ProgressState> states(List<TargetLine> lines) {
        return lines.stream().map(line -> line.progress().state());
    }

    private static List<IndicatorCode> indicatorsOf(List<TargetView> targets) {
        return targets.stream().map(TargetView::indicator).distinct().toList();
    }
}
