package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.area.AreaKind;
import cn.quality.indicator.area.AreaService;
import cn.quality.indicator.area.AreaView;
import cn.quality.indicator.catalogue.DefinitionService;
import cn.quality.indicator.observation.FigureListener.FigureKey;
import cn.quality.indicator.observation.ObservationRepository.Addition;
import cn.quality.indicator.observation.ObservationRepository.Newest;
import cn.quality.indicator.observation.ObservationRepository.Place;
import cn.quality.indicator.observation.ObservationRepository.Unpublished;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.outbox.OutboundEvent;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.problem.Violation;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases around observations. */
@ApplicationScoped
public class ObservationService {

    /** Figures of one report: a city's year has a few thousand. */
    public static final int MOST_LINES = 20_000;

    static final ProblemType UNSUITABLE_REPORT =
            new ProblemType(422, "unsuitable-observations", new Text("填报数据不符合要求", "Observations that cannot be taken"));
    static final ProblemType NOTHING_TO_PUBLISH =
            new ProblemType(422, "nothing-to-publish", new Text("没有待发布的数据", "Nothing to publish"));
    static final ProblemType SAME_PERSON =
            new ProblemType(403, "same-person", new Text("须由另一人办理", "Another person must do this"));

    /** Reasons told at once; whoever has more mends these first. */
    private static final int MOST_REASONS = 200;

    /** Longer than the ten million of a large city take, so that only a reader who stands still is cut off. */
    private static final int EXPORT_SECONDS = 900;

    private final ObservationRepository observations;
    private final DefinitionService definitions;
    private final AreaService areas;
    private final FigureListener listener;
    private final DecisionLog decisions;
    private final Outbox outbox;
    private final CurrentActor actor;
    private final Clock clock;

    ObservationService(
            ObservationRepository observations,
            DefinitionService definitions,
            AreaService areas,
            FigureListener listener,
            DecisionLog decisions,
            Outbox outbox,
            CurrentActor actor,
            Clock clock) {
        this.observations = observations;
        this.definitions = definitions;
        this.areas = areas;
        this.listener = listener;
        this.decisions = decisions;
        this.outbox = outbox;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Records figures; a figure that differs from the one known is a revision of it. Nothing becomes public by this.
     *
     * @throws Problem 422 {@code unsuitable-observations} naming every line and field that cannot be taken; nothing is stored
     */
    @Transactional
    public ReportView record(Report report) {
        var refused = new Refusals();
        var reported = judged(report, refused);
        refused.throwIfAny();
        var series = observations.lock(reported.stream().map(Judged::key).collect(Collectors.toSet()));
        Function<Judged, Place> place = one -> new Place(
                Objects.requireNonNull(series.get(one.key())),
                one.reported().period().first());
        var newest = observations.newest(reported.stream().map(place).toList());
        var additions = new ArrayList<Addition>();
        var changed = new ArrayList<FigureKey>();
        var refusals = new Refusals();
        int revised = 0;
        for (var one : reported) {
            var said = Observation.of(one.reported());
            var known = Optional.ofNullable(newest.get(place.apply(one)));
            var reason = one.reported().item().reason();
            if (known.filter(before -> before.said().saysAs(said)).isPresent()) {
                continue;
            }
            if (known.isPresent() && reason == null) {
                refusals.add(one.line(), "reason", "reason-of-a-revision", differs(known.get()));
            }
            revised += known.isPresent() ? 1 : 0;
            additions.add(addition(place.apply(one), known, said, reason));
            changed.add(new FigureKey(one.key(), one.reported().period()));
        }
        refusals.throwIfAny();
        observations.add(additions);
        listener.changed(changed);
        if (!additions.isEmpty()) {
            decisions.append(new Decision(
                    "observation.record",
                    "observation-report",
                    Ids.next().toString(),
                    "指标数据入库 %d 项，其中更正 %d 项".formatted(additions.size(), revised),
                    additions.getFirst().said().source(),
                    null,
                    additions));
        }
        return new ReportView(
                additions.size() - revised, revised, reported.size() - additions.size(), report.skipped());
    }

    /**
     * What would come of a report; nothing is stored.
     *
     * @param flaws as a refusal would name them
     * @param figures of a report without flaws
     */
    public record Examination(List<Violation> flaws, List<Figure> figures) {

        /**
         * @param place of its line
         * @param value as it follows from the fraction where none is given
         * @param rate whether it is a share of a whole
         * @param revises whether it differs from what is known of its series and period
         */
        public record Figure(String place, @Nullable BigDecimal value, boolean rate, boolean revises) {}
    }

    /** Whether a report could be recorded, and what it would change. */
    @Transactional
    public Examination examine(Report report) {
        var refusals = new Refusals();
        var judged = judged(report, refusals);
        var flaws = refusals.violations();
        return new Examination(
                flaws,
                flaws.isEmpty()
                        ? judged.stream()
                                .map(one -> new Examination.Figure(
                                        one.line().place(),
                                        one.reported().value(),
                                        one.reported().isShare(),
                                        revises(one)))
                                .toList()
                        : List.of());
    }

    private boolean revises(Judged one) {
        var key = one.key();
        var period = one.reported().period();
        var known = new ArrayList<ObservationView>();
        observations.forEach(
                ObservationQuery.of(ObservationFilter.of(key, period), Timeline.RECORDED, clock.instant()), known::add);
        return known.stream().anyMatch(view -> !Observation.of(view).saysAs(Observation.of(one.reported())));
    }

    /**
     * Makes the newest revisions of these series in this period public, and nothing else. What is public already stays as it
     * is.
     *
     * @throws Problem 403 {@code same-person} when the caller recorded one of them
     */
    @Transactional
    public void publish(Set<SeriesKey> series, Period period, String basis) {
        var chosen = new NewPublication(
                series.stream().map(key -> key.indicator().value()).distinct().toList(),
                series.stream().map(key -> key.area().value()).distinct().toList(),
                List.of(period.toString()),
                basis);
        var unpublished = observations.lockUnpublished(chosen).stream()
                .filter(one -> series.contains(one.key()))
                .toList();
        if (!unpublished.isEmpty()) {
            publish(unpublished, basis);
        }
    }

    /**
     * Makes the newest revisions of what is chosen public.
     *
     * @throws Problem 400 when nothing is chosen; 422 {@code nothing-to-publish}; 403 {@code same-person} when the caller
     *     recorded one of them: nobody publishes their own figures
     */
    @Transactional
    public PublicationView publish(NewPublication chosen) {
        if (chosen.choosesNothing()) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            new Text("须选定指标、地区或时期", "Indicators, areas or periods are to be chosen"))
                    .with("indicators", "required", new Text("三者不得均为空", "not all three may be empty"));
        }
        var unpublished = observations.lockUnpublished(chosen);
        if (unpublished.isEmpty()) {
            throw new Problem(NOTHING_TO_PUBLISH, new Text("所选范围内没有待发布的数据", "All that was chosen is public"));
        }
        return publish(unpublished, chosen.basis());
    }

    private PublicationView publish(List<Unpublished> unpublished, String basis) {
        unpublished.stream()
                .filter(one -> one.recordedBy().equals(actor.id()))
                .findFirst()
                .ifPresent(own -> {
                    throw new Problem(
                            SAME_PERSON,
                            Text.of(
                                    "%s 在 %s 的数据由本人录入，须由另一人发布",
                                    "You recorded %s of %s; another person publishes it",
                                    own.key().indicator(),
                                    own.key().area()));
                });
        var now = clock.instant();
        observations.publish(unpublished, one -> publicationOf(one, now));
        listener.changed(unpublished.stream()
                .map(one -> new FigureKey(
                        one.key(), new Period(one.key().frequency(), one.place().periodStart())))
                .toList());
        var publication = new PublicationView(
                Ids.next(),
                now,
                unpublished.size(),
                (int) unpublished.stream()
                        .filter(one -> one.lastPublished().isPresent())
                        .count(),
                unpublished.stream()
                        .map(one -> one.key().indicator())
                        .distinct()
                        .sorted()
                        .toList(),
                unpublished.stream().map(one -> one.key().area()).distinct().toList());
        outbox.append(new OutboundEvent(
                PublicationView.TOPIC, PublicationView.TYPE, publication.id().toString(), 1, publication));
        decisions.append(new Decision(
                "observation.publish",
                "observation-publication",
                publication.id().toString(),
                "指标数据发布",
                basis,
                null,
                publication));
        return publication;
    }

    /** As it stood on the timeline at the moment asked for. */
    public Page<ObservationView> list(ObservationFilter filter, Timeline timeline, PageRequest page) {
        return observations.page(query(filter, timeline), page);
    }

    /**
     * What had been published of the newest periods of many series, the oldest first; in one statement.
     *
     * @param periods how many of each series
     * @param asOf as the public saw it then; a moment, or a day in Asia/Shanghai (its end)
     * @throws Problem 400 {@code invalid-argument} for what is no moment
     */
    public Map<EndedPeriods, List<ObservationView>> published(
            Collection<EndedPeriods> wanted, int periods, @Nullable String asOf) {
        return observations.published(wanted, periods, moment(asOf));
    }

    /**
     * The moment that is meant; now when nothing is.
     *
     * @throws Problem 400 {@code invalid-argument} for what is no moment
     */
    public Instant moment(@Nullable String asOf) {
        return ObservationFilter.asOf(asOf).moments(clock.instant()).until();
    }

    /** When the public last saw something new; empty before the first publication. */
    public Optional<Instant> newestPublication() {
        return observations.newestPublication();
    }

    ObservationQuery query(ObservationFilter filter, Timeline timeline) {
        return ObservationQuery.of(filter, timeline, clock.instant());
    }

    /** All of them, one at a time. */
    @Transactional
    public void forEach(ObservationFilter filter, Timeline timeline, Consumer<? super ObservationView> rows) {
        observations.forEach(query(filter, timeline), rows);
    }

    /** The same at the pace of a reader, who may take minutes for ten million. */
    @Transactional
    @TransactionConfiguration(timeout = EXPORT_SECONDS)
    void export(ObservationQuery query, Consumer<? super ObservationView> rows) {
        observations.forEach(query, rows);
    }

    /**
     * The published figures of the areas within an area, put together.
     *
     * @throws Problem 404 when there is no such indicator or area
     */
    @Transactional
    public RollUpView rollUp(RollUpQuery query) {
        var definition = definitions
                .find(new IndicatorCode(query.indicator()), query.definition())
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND,
                        Text.of(
                                "指标 %s 没有第 %d 版口径",
                                "There is no definition %2$d of an indicator %1$s",
                                query.indicator(),
                                query.definition())));
        var area = new AreaCode(query.area());
        var period = Period.parse(query.period()).orElseThrow();
        var within = areas.within(area, period.last());
        if (within.isEmpty()) {
            throw new Problem(ProblemTypes.NOT_FOUND, Text.of("没有地区 %s", "There is no area %s", query.area()));
        }
        // A city reports the whole; a district with zones of its own reports for itself.
        var reporting = within.stream()
                .filter(place -> place.kind() != AreaKind.CITY)
                .map(AreaView::code)
                .toList();
        var reported = new ArrayList<ObservationView>();
        observations.forEach(ObservationQuery.of(query.everywhere(), Timeline.PUBLISHED, clock.instant()), figure -> {
            if (reporting.contains(figure.area()) && figure.period().equals(period)) {
                reported.add(figure);
            }
        });
        return new RollUp(definition).of(area, period, reporting, reported);
    }

    /** The moments of a series must differ, also when the clock of the machine was put back. */
    private Addition addition(Place place, Optional<Newest> known, Observation said, @Nullable String reason) {
        return new Addition(
                place,
                known.map(Newest::revision).orElse(0) + 1,
                said,
                reason,
                known.map(before -> later(clock.instant(), before.recordedAt())).orElseGet(clock::instant),
                actor.id());
    }

    /** After it was recorded, and after the one before was published. */
    private static Instant publicationOf(Unpublished one, Instant now) {
        var earliest = one.lastPublished()
                .map(before -> before.plusNanos(1_000))
                .filter(one.recordedAt()::isBefore)
                .orElse(one.recordedAt());
        return now.isAfter(earliest) ? now : earliest;
    }

    private static Instant later(Instant now, Instant before) {
        return now.isAfter(before) ? now : before.plusNanos(1_000);
    }

    private static Text differs(Newest before) {
        var was = before.said().value() == null
                ? Objects.requireNonNullElse(before.said().level(), "-")
                : before.said().value().toPlainString();
        return Text.of("与已有数据（%s）不同，须填写更正原因", "It differs from what is known (%s); say why", was);
    }

    private record Judged(Report.Line line, ObservationRule.Reported reported, SeriesKey key) {}

    private List<Judged> judged(Report report, Refusals refusals) {
        var known = report.lines().stream()
                .map(line -> new IndicatorCode(line.item().indicator()))
                .distinct()
                .collect(Collectors.toMap(Function.identity(), definitions::of));
        var places = areas.codes();
        var today = LegalDates.today(clock);
        var judged = new ArrayList<Judged>();
        var seen = new HashSet<Map.Entry<SeriesKey, Period>>();
        for (var line : report.lines()) {
            var item = line.item();
            var indicator = new IndicatorCode(item.indicator());
            var area = new AreaCode(item.area());
            var period = Period.parse(item.period()).orElseThrow();
            var versions = Objects.requireNonNull(known.get(indicator));
            var reported = new ObservationRule.Reported(
                    item,
                    !versions.isEmpty(),
                    versions.stream()
                            .filter(definition -> definition.version() == item.definitionVersion())
                            .findFirst()
                            .orElse(null),
                    places.contains(area),
                    period,
                    today);
            ObservationRule.brokenBy(reported)
                    .forEach(rule -> refusals.add(line, rule.field(), rule.code(), rule.reason()));
            var key = new SeriesKey(indicator, item.definitionVersion(), area, period.frequency());
            if (!seen.add(Map.entry(key, period))) {
                refusals.add(
                        line,
                        "period",
                        "reported-twice",
                        new Text(
                                "同一指标、地区、时期在本次填报中重复",
                                "The same indicator, area and period came before in this report"));
            }
            judged.add(new Judged(line, reported, key));
        }
        return judged;
    }

    /** All that is wrong with a report, as far as anybody reads on. */
    private static final class Refusals {

        private final Problem first =
                new Problem(UNSUITABLE_REPORT, new Text("以下数据不符合要求，均未入库", "These cannot be taken; nothing was stored"));

        void add(Report.Line line, String field, String code, Text why) {
            if (first.violations().size() < MOST_REASONS) {
                first.with(line.place() + "." + field, code, why);
            }
        }

        List<Violation> violations() {
            return first.violations();
        }

        void throwIfAny() {
            if (!first.violations().isEmpty()) {
                throw first;
            }
        }
    }
}
