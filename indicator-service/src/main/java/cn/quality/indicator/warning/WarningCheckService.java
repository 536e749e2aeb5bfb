package cn.quality.indicator.warning;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.catalogue.TargetKind;
import cn.quality.indicator.observation.FigureListener.FigureKey;
import cn.quality.indicator.observation.ObservationFilter;
import cn.quality.indicator.observation.ObservationService;
import cn.quality.indicator.observation.ObservationView;
import cn.quality.indicator.observation.SeriesKey;
import cn.quality.indicator.observation.SuddenChangeLimits;
import cn.quality.indicator.observation.Timeline;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.progress.Digits;
import cn.quality.indicator.progress.ProgressService;
import cn.quality.indicator.round.OverdueReportService;
import cn.quality.indicator.targets.TargetService;
import cn.quality.indicator.targets.TargetView;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for reasons to warn, and for warnings whose reason has fallen away. Safe to run twice and in several processes: of each
 * cause there is one warning that stands. {@link WarningRunner} asks for one thing after the other, each in a transaction of its
 * own, so that what cannot be done stands in nobody's way.
 *
 * <p>A figure that another has followed is history and raises nothing any more; what was raised of it before is kept up to
 * date all the same.
 */
@ApplicationScoped
class WarningCheckService {

    private final CheckQueue queue;
    private final WarningRepository warnings;
    private final WarningTermsRepository terms;
    private final ObservationService observations;
    private final TargetService targets;
    private final ProgressService progress;
    private final SuddenChangeLimits changes;
    private final OverdueReportService reports;
    private final ActExecutor executor;
    private final Clock clock;

    WarningCheckService(
            CheckQueue queue,
            WarningRepository warnings,
            WarningTermsRepository terms,
            ObservationService observations,
            TargetService targets,
            ProgressService progress,
            SuddenChangeLimits changes,
            OverdueReportService reports,
            ActExecutor executor,
            Clock clock) {
        this.queue = queue;
        this.warnings = warnings;
        this.terms = terms;
        this.observations = observations;
        this.targets = targets;
        this.progress = progress;
        this.changes = changes;
        this.reports = reports;
        this.executor = executor;
        this.clock = clock;
    }

    /** Figures that came in or became public and are to be looked at, oldest first; there may be more. */
    @Transactional
    List<Long> due() {
        return queue.due(clock.instant());
    }

    /**
     * Looks at all of these figures or, when it throws, at none.
     *
     * @return false while another process is at it
     */
    @Transactional
    boolean lookAt(List<Long> checks) {
        if (!queue.isOurs()) {
            return false;
        }
        var changed = queue.take(checks);
        var promised =
                targets
                        .about(changed.stream()
                                .map(key -> key.series().indicator())
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.groupingBy(TargetView::indicator));
        changed.stream()
                .collect(Collectors.groupingBy(FigureKey::series, LinkedHashMap::new, Collectors.toList()))
                .forEach((series, figures) ->
                        look(series, figures, promised.getOrDefault(series.indicator(), List.of())));
        return true;
    }

    /** A figure that could not be looked at is tried again later. */
    @Transactional
    void setAside(long check, String failure) {
        if (queue.isOurs()) {
            queue.setAside(check, failure, clock.instant());
        }
    }

    /** What was set aside and is not mended yet. */
    @Transactional
    Page<FailedCheck> failed(PageRequest page) {
        long after = page.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(queue.failed(after, page.fetch()), page, check -> Cursor.of(check.number()));
    }

    /** Reports that are late, of which nobody has been warned. */
    @Transactional
    List<OverdueReportService.Overdue> unwarned() {
        var warned = warnings.standingOverdue().stream()
                .map(warning -> Objects.requireNonNull(warning.subject().task()))
                .collect(Collectors.toSet());
        return late().values().stream()
                .filter(report -> !warned.contains(report.task()))
                .toList();
    }

    @Transactional
    void warnOf(OverdueReportService.Overdue report) {
        if (queue.isOurs() && warnings.standingOverdue(report.task()).isEmpty()) {
            raise(WarningSubject.of(report), overdue(report), Optional.empty(), now());
        }
    }

    /** Warnings of reports that came in, or have more time. */
    @Transactional
    List<UUID> fallenAway() {
        var late = late().keySet();
        return warnings.standingOverdue().stream()
                .filter(warning -> warning.state() != WarningState.CLOSED)
                .filter(warning ->
                        !late.contains(Objects.requireNonNull(warning.subject().task())))
                .map(Warning::id)
                .toList();
    }

    @Transactional
    void withdraw(UUID id) {
        warnings.hold(id)
                .filter(warning -> queue.isOurs() && warning.actions(now()).contains(WarningAct.WITHDRAW))
                .ifPresent(warning -> withdraw(
                        warning, new BilingualText("已报送或已延期", "It was reported, or there is more time"), now()));
    }

    /** Warnings of which something was to be done, and the last day is over. */
    @Transactional
    List<UUID> pastDue() {
        return warnings.pastDue(now().today());
    }

    @Transactional
    void escalate(UUID id) {
        var now = now();
        warnings.hold(id)
                .filter(warning -> queue.isOurs() && warning.actions(now).contains(WarningAct.ESCALATE))
                .ifPresent(
                        warning -> perform(WarningAct.ESCALATE, warning, "", held -> Optional.of(held.escalate(now))));
    }

    /** The figures of open warnings are looked at again, for targets change. */
    @Transactional
    void lookAgain() {
        queue.changed(warnings.unfinished().stream()
                .map(warning -> warning.subject().figure())
                .distinct()
                .toList());
    }

    private Map<UUID, OverdueReportService.Overdue> late() {
        return reports.now().stream()
                .collect(Collectors.toMap(
                        OverdueReportService.Overdue::task, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private void look(SeriesKey series, List<FigureKey> figures, List<TargetView> promised) {
        var known = read(series, Timeline.RECORDED);
        var shown = read(series, Timeline.PUBLISHED);
        for (var figure : figures) {
            look(figure, known, shown, promised);
        }
    }

    private void look(
            FigureKey key, List<ObservationView> known, List<ObservationView> shown, List<TargetView> promised) {
        var now = now();
        var inside = findings(key, known, promised);
        var outside = findings(key, shown, promised);
        for (var warning : warnings.standing(key)) {
            var subject = warning.subject();
            var knownSays = inside.remove(subject);
            var shownSays = outside.remove(subject);
            var evidence = knownSays == null ? shownSays : knownSays;
            if (evidence == null) {
                withdraw(warning, fallenAway(key, shown, known), now);
            } else {
                restate(warning, evidence, Optional.ofNullable(shownSays), now);
            }
        }
        if (known.stream().anyMatch(other -> other.period().compareTo(key.period()) > 0)) {
            return;
        }
        var subjects = new LinkedHashSet<>(inside.keySet());
        subjects.addAll(outside.keySet());
        for (var subject : subjects) {
            var shownSays = Optional.ofNullable(outside.get(subject));
            raise(
                    subject,
                    Optional.ofNullable(inside.get(subject)).or(() -> shownSays).orElseThrow(),
                    shownSays,
                    now);
        }
    }

    private Map<WarningSubject, Evidence> findings(
            FigureKey key, List<ObservationView> series, List<TargetView> promised) {
        var findings = new LinkedHashMap<WarningSubject, Evidence>();
        find(key, series)
                .filter(figure -> figure.value() != null || figure.level() != null)
                .ifPresent(figure -> {
                    var found = new ArrayList<Finding>();
                    for (var target : promised) {
                        if (isOver(figure) || target.kind() == TargetKind.ZERO) {
                            progress.judged(target, figure)
                                    .flatMap(judged -> Finding.of(target, judged, figure))
                                    .ifPresent(found::add);
                        }
                    }
                    var before = series.stream()
                            .filter(other -> other.period().compareTo(key.period()) < 0)
                            .map(ObservationView::value)
                            .<BigDecimal>mapMulti((value, out) -> {
                                if (value != null) {
                                    out.accept(value);
                                }
                            })
                            .toList();
                    Finding.of(before, figure, changes.on(now().today())).ifPresent(found::add);
                    found.forEach(finding -> findings.put(WarningSubject.of(key, finding), finding.evidence()));
                });
        return findings;
    }

    private boolean isOver(ObservationView figure) {
        return !figure.period().after().isAfter(now().today());
    }

    private static Optional<ObservationView> find(FigureKey key, List<ObservationView> series) {
        return series.stream()
                .filter(figure -> figure.period().equals(key.period()))
                .findFirst();
    }

    private List<ObservationView> read(SeriesKey series, Timeline timeline) {
        var figures = new ArrayList<ObservationView>();
        observations.forEach(ObservationFilter.of(series), timeline, figures::add);
        return figures;
    }

    /** In the words of the published figure, if there is one: that is the one the public may know. */
    private static BilingualText fallenAway(FigureKey key, List<ObservationView> shown, List<ObservationView> known) {
        var figure = find(key, shown).or(() -> find(key, known));
        var value = figure.map(ObservationView::value).map(Digits::plain);
        return new BilingualText(
                value.map("数据更正为%s，不再出现该情形"::formatted).orElse("数据更正后不再出现该情形"),
                value.map("The figure is %s now, and does not say so any more"::formatted)
                        .orElse("The figure does not say so any more"));
    }

    private static Evidence overdue(OverdueReportService.Overdue report) {
        return new Evidence(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                report.due(),
                "“%s”应于%s前报送，逾期未报".formatted(report.title(), report.due().plusDays(1)),
                "%s: due by the end of %s, and not reported".formatted(report.period(), report.due()));
    }

    private void raise(WarningSubject subject, Evidence known, Optional<Evidence> published, DecisionContext now) {
        executor.perform(Act.making(WarningService.WARNING, WarningAct.RAISE.logged(), () -> {
            var warning = Warning.raise(subject, known, published, terms.on(now.today()), now);
            warnings.persist(warning);
            return ActResult.changed(warning)
                    .event(warning.raised().outbound().orElse(null))
                    .because(known.zh());
        }));
    }

    private void restate(Warning warning, Evidence known, Optional<Evidence> published, DecisionContext now) {
        perform(WarningAct.RESTATE, warning, known.zh(), held -> held.restate(known, published, now));
    }

    private void withdraw(Warning warning, BilingualText reason, DecisionContext now) {
        perform(WarningAct.WITHDRAW, warning, reason.zh(), held -> Optional.of(held.withdraw(reason, now)));
    }

    /** @param verb empty when nothing changes */
    private void perform(
            WarningAct act, Warning warning, String reason, Function<Warning, Optional<WarningEvent>> verb) {
        executor.perform(Act.on(
                WarningService.WARNING,
                act.logged(),
                () -> warning,
                held -> verb.apply(held)
                        .map(event -> WarningService.result(held, event).because(reason))
                        .orElseGet(() -> ActResult.unchanged(held))));
    }

    private DecisionContext now() {
        return new DecisionContext(Actor.SYSTEM, Set.of(), Optional.empty(), clock.instant());
    }
}
