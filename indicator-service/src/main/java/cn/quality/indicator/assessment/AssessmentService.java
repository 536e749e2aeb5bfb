package cn.quality.indicator.assessment;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.area.AreaService;
import cn.quality.indicator.assessment.AssessmentBundle.Heading;
import cn.quality.indicator.assessment.AssessmentBundle.Previous;
import cn.quality.indicator.assessment.AssessmentBundle.Standing;
import cn.quality.indicator.scheme.Scheme;
import cn.quality.indicator.scheme.SchemeService;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The acts on a cycle, each with the course of {@link ActExecutor}. */
@ApplicationScoped
class AssessmentService {

    static final ProblemType UNKNOWN_SCHEME =
            new ProblemType(422, "unknown-scheme", new Text("考核方案不存在", "There is no such scheme"));
    static final ProblemType YEAR_BEFORE_SCHEME =
            new ProblemType(422, "year-before-scheme", new Text("考核年度早于方案", "The year is before the scheme"));
    static final ProblemType UNSUITABLE_AREAS =
            new ProblemType(422, "unsuitable-areas", new Text("考核对象有误", "The areas cannot be assessed"));
    static final ProblemType ALREADY_OPENED =
            new ProblemType(409, "already-opened", new Text("该年度考核已启动", "This year's cycle is open already"));

    private final AssessmentRepository cycles;
    private final SchemeService schemes;
    private final AreaService areas;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;
    private final ActSubject<Assessment> subject;

    AssessmentService(
            AssessmentRepository cycles,
            SchemeService schemes,
            AreaService areas,
            ActExecutor executor,
            Caller caller,
            Clock clock) {
        this.cycles = cycles;
        this.schemes = schemes;
        this.areas = areas;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
        this.subject =
                ActSubject.of("assessment", Assessment::id, Assessment::version, cycle -> cycle.view(scheme(cycle)));
    }

    /** What every act names: on which cycle and area, upon which version, under which key. */
    record On(UUID id, @Nullable String area, Preconditions preconditions) {}

    private record Request(On on, @Nullable Object content) {}

    /**
     * Opens the cycle of a year.
     *
     * @throws Problem 409 {@code already-opened}; 422 {@code unknown-scheme}, {@code year-before-scheme}, {@code
     *     unsuitable-areas}
     */
    @Transactional
    UUID open(NewAssessment sent, Preconditions preconditions) {
        return executor.perform(Act.making(subject, AssessmentAct.OPEN.logged(), () -> opened(sent))
                        .once(preconditions, sent))
                .id();
    }

    private ActResult<Assessment> opened(NewAssessment sent) {
        var scheme = schemes.current(sent.scheme())
                .orElseThrow(() -> new Problem(
                                UNKNOWN_SCHEME, Text.of("没有考核方案 %s", "There is no scheme %s", sent.scheme()))
                        .with("scheme", "unknown-scheme", Text.of("没有 %s", "no %s", sent.scheme())));
        if (sent.year() < scheme.firstYear()) {
            throw new Problem(
                            YEAR_BEFORE_SCHEME,
                            Text.of("方案自 %d 年度起适用", "The scheme applies from the year %d on", scheme.firstYear()))
                    .with("year", "before-scheme", Text.of("不早于 %d", "not before %d", scheme.firstYear()));
        }
        requireAreas(sent.areas());
        cycles.of(sent.scheme(), sent.year()).ifPresent(known -> {
            throw new Problem(
                    ALREADY_OPENED, Text.of("%d 年度考核已启动：%s", "The cycle of %d is open: %s", sent.year(), known.id()));
        });
        var cycle = Assessment.open(
                Ids.next(),
                sent.year(),
                sent.areas(),
                context(scheme, Optional.empty(), Set.of(), Set.of()),
                clock.instant());
        cycles.persistAndFlush(cycle);
        return ActResult.changed(cycle).because("启动考核").basedOn(scheme.sheet().basis());
    }

    private void requireAreas(List<String> codes) {
        var problem = new Problem(UNSUITABLE_AREAS, new Text("考核对象未登记或重复", "Areas are unknown or named twice"));
        var seen = new HashSet<String>();
        for (int i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            var field = "areas[%d]".formatted(i);
            if (!seen.add(code)) {
                problem.with(field, "twice", Text.of("%s 重复", "%s is named twice", code));
            }
            if (areas.find(new AreaCode(code)).isEmpty()) {
                problem.with(field, "unknown-area", Text.of("没有地区 %s", "there is no area %s", code));
            }
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    /** The next step of the cycle. */
    @Transactional
    void move(On on, AssessmentAct act) {
        act(on, act, null, VersionCheck.REQUIRED, (cycle, context) -> {
            cycle.move(act, context);
            return ActResult.changed(cycle);
        });
    }

    @Transactional
    void fileTargets(On on, String document) {
        act(on, AssessmentAct.FILE_TARGETS, document, VersionCheck.IF_GIVEN, (cycle, context) -> {
            cycle.fileTargets(document, context);
            PublicTexts.require(Map.of("document", document));
            return ActResult.changed(cycle).because(document);
        });
    }

    /**
     * What an area says of itself; again for a row replaces it.
     *
     * @throws Problem 422 {@code unfit-entry} naming every entry that does not fit; then none is stored
     */
    @Transactional
    void enter(On on, List<Entry> entries) {
        act(
                on,
                AssessmentAct.ENTER,
                entries,
                VersionCheck.IF_GIVEN,
                (cycle, context) -> entered(cycle, AssessmentAct.ENTER, context, entries, null));
    }

    /**
     * What was found on site, or corrects what was published.
     *
     * @throws Problem 422 {@code unfit-entry}, likewise
     */
    @Transactional
    void recordFindings(On on, List<Entry> entries, String reason) {
        act(
                on,
                AssessmentAct.RECORD_FINDINGS,
                List.of(reason, entries),
                VersionCheck.IF_GIVEN,
                (cycle, context) -> entered(cycle, AssessmentAct.RECORD_FINDINGS, context, entries, reason));
    }

    private ActResult<Assessment> entered(
            Assessment cycle,
            AssessmentAct act,
            DecisionContext context,
            List<Entry> entries,
            @Nullable String reason) {
        cycle.enter(act, context);
        EntryCheck.require(context.scheme(), entries);
        PublicTexts.require(entries);
        if (reason != null) {
            PublicTexts.require(Map.of("reason", reason));
        }
        var result = ActResult.changed(cycle)
                .completedBy(() -> cycles.add(
                        cycle,
                        context.area().orElseThrow(),
                        entries,
                        reason,
                        context.actor().id(),
                        clock.instant()));
        return reason == null ? result : result.because(reason);
    }

    @Transactional
    void submit(On on) {
        act(on, AssessmentAct.SUBMIT, null, VersionCheck.IF_GIVEN, (cycle, context) -> {
            cycle.submit(context);
            return ActResult.changed(cycle);
        });
    }

    @Transactional
    void review(On on, String remark) {
        act(on, AssessmentAct.REVIEW, remark, VersionCheck.IF_GIVEN, (cycle, context) -> {
            cycle.review(remark, context);
            PublicTexts.require(Map.of("remark", remark));
            return ActResult.changed(cycle).because(remark);
        });
    }

    @Transactional
    void appeal(On on, String reason) {
        act(on, AssessmentAct.APPEAL, reason, VersionCheck.IF_GIVEN, (cycle, context) -> {
            cycle.appeal(reason, context);
            PublicTexts.require(Map.of("reason", reason));
            return ActResult.changed(cycle).because(reason);
        });
    }

    @Transactional
    void decideAppeal(On on, boolean upheld, String answer) {
        act(on, AssessmentAct.DECIDE_APPEAL, List.of(upheld, answer), VersionCheck.IF_GIVEN, (cycle, context) -> {
            cycle.decideAppeal(upheld, answer, context);
            PublicTexts.require(Map.of("reason", answer));
            return ActResult.changed(cycle).because(answer);
        });
    }

    @Transactional
    void startCorrection(On on, String reason) {
        act(on, AssessmentAct.START_CORRECTION, reason, VersionCheck.REQUIRED, (cycle, context) -> {
            cycle.startCorrection(reason, context);
            PublicTexts.require(Map.of("reason", reason));
            return ActResult.changed(cycle).because(reason);
        });
    }

    /** Evaluates the cycle and publishes what comes of it, with its bundle. */
    @Transactional
    void publish(On on) {
        act(on, AssessmentAct.PUBLISH, null, VersionCheck.REQUIRED, (cycle, context) -> {
            var reason = cycle.correction();
            var now = clock.instant();
            var news = cycle.publish(context, now);
            var entries = cycles.current(cycle);
            var evaluation = Evaluation.of(context.scheme(), entries);
            var previous = previous(cycle.id());
            var bundle = AssessmentBundle.of(
                    new Heading(cycle.id().toString(), cycle.year(), cycle.edition(), previous),
                    context.scheme(),
                    entries,
                    evaluation);
            var results = new Edition.Results(
                    evaluation.results().stream().map(ResultView::of).toList(),
                    AssessmentBundle.changes(previous, evaluation.results()).stream()
                            .map(ChangeView::of)
                            .toList());
            var edition = new Edition(
                    cycle.edition(),
                    bundle.digest(),
                    results,
                    reason,
                    context.actor().id(),
                    now);
            return ActResult.changed(cycle)
                    .because(reason == null ? "公布考核结果" : reason)
                    .basedOn("sha256 " + bundle.digest())
                    .event(event(cycle, edition, news).outbound())
                    .completedBy(() -> cycles.add(cycle.id(), edition, bundle.canonical()));
        });
    }

    private static AssessmentEvent event(Assessment cycle, Edition edition, AssessmentNews news) {
        var snapshot = new AssessmentEvent.Snapshot(
                cycle.id(),
                cycle.scheme(),
                cycle.schemeVersion(),
                cycle.year(),
                edition.number(),
                edition.digest(),
                edition.publishedAt(),
                edition.results().areas(),
                edition.results().changed());
        return news == AssessmentNews.CORRECTED
                ? new AssessmentEvent.Corrected(snapshot)
                : new AssessmentEvent.Published(snapshot);
    }

    private Optional<Previous> previous(UUID id) {
        var editions = cycles.editions(id);
        return editions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Previous(
                        editions.getLast().digest(),
                        editions.getLast().results().areas().stream()
                                .map(area -> new Standing(
                                        area.area(),
                                        Optional.ofNullable(area.score()),
                                        Optional.ofNullable(area.grade()),
                                        Optional.ofNullable(area.rank())))
                                .toList()));
    }

    private void act(
            On on,
            AssessmentAct act,
            @Nullable Object content,
            VersionCheck check,
            BiFunction<Assessment, DecisionContext, ActResult<Assessment>> verb) {
        executor.perform(Act.on(subject, act.logged(), () -> locked(on.id()), cycle -> {
                    var area = Optional.ofNullable(on.area());
                    area.ifPresent(cycle::area);
                    return verb.apply(
                            cycle,
                            context(
                                    scheme(cycle),
                                    area,
                                    area.map(code -> cycles.selfEvaluators(cycle.id(), code))
                                            .orElse(Set.of()),
                                    cycles.correctors(cycle.id())));
                })
                .once(on.preconditions(), new Request(on, content))
                .upon(on.preconditions(), check));
    }

    private DecisionContext context(
            Scheme scheme, Optional<String> area, Set<String> selfEvaluators, Set<String> correctors) {
        return new DecisionContext(caller.actor(), LegalDates.today(clock), scheme, area, selfEvaluators, correctors);
    }

    private Assessment locked(UUID id) {
        return cycles.locked(id).orElseThrow(() -> unknown(id));
    }

    private Scheme scheme(Assessment cycle) {
        return schemes.at(cycle.scheme(), cycle.schemeVersion());
    }

    static Problem unknown(UUID id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有考核 %s", "There is no assessment %s", id));
    }
}
