package cn.quality.indicator.assessment;

import cn.quality.indicator.Roles;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.scheme.Scheme;
import cn.quality.indicator.scheme.SchemeService;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is read of cycles: their work by those who do it, their published results by anybody. */
@ApplicationScoped
class AssessmentReadService {

    private final AssessmentRepository cycles;
    private final SchemeService schemes;
    private final PublishedFigures figures;
    private final Caller caller;

    AssessmentReadService(AssessmentRepository cycles, SchemeService schemes, PublishedFigures figures, Caller caller) {
        this.cycles = cycles;
        this.schemes = schemes;
        this.figures = figures;
        this.caller = caller;
    }

    @Transactional
    CycleView cycle(UUID id) {
        var cycle = require(id);
        return cycle.view(scheme(cycle));
    }

    /** The newest years first. */
    @Transactional
    Page<CycleView> cycles(PageRequest request) {
        return page(request, false).map(cycle -> cycle.view(scheme(cycle)));
    }

    /**
     * The file of an area, for its own people, the city and auditors.
     *
     * @throws Problem 403 {@code foreign-region}, 404
     */
    @Transactional
    AreaFile file(UUID id, String area) {
        var cycle = require(id);
        var progress = cycle.area(area).view();
        if (!caller.has(Roles.AUDITOR)) {
            caller.requireRegion(area);
        }
        var entries = cycles.current(cycle);
        var provisional = Evaluation.of(scheme(cycle), entries).results().stream()
                .filter(result -> result.area().equals(area))
                .findFirst()
                .orElseThrow();
        return new AreaFile(
                progress,
                entries.getOrDefault(area, List.of()).stream()
                        .sorted(Comparator.comparing(Entry::node))
                        .toList(),
                cycles.history(id, area),
                ResultView.of(provisional));
    }

    /**
     * What an area could enter from published figures of a period.
     *
     * @throws Problem 403 {@code foreign-region}, 404
     */
    @Transactional
    SuggestionsView suggestions(UUID id, String area, Period period) {
        var cycle = require(id);
        cycle.area(area);
        caller.requireRegion(area);
        return figures.of(scheme(cycle), area, period);
    }

    /** What is published, the newest years first. */
    @Transactional
    Page<AssessmentView> published(PageRequest request) {
        return page(request, true).map(cycle -> view(cycle, Optional.empty()));
    }

    /** @param edition none for the newest */
    @Transactional
    AssessmentView published(UUID id, Optional<Integer> edition) {
        return cycles.findByIdOptional(id)
                .filter(cycle -> cycle.edition() > 0)
                .map(cycle -> view(cycle, edition))
                .orElseThrow(() -> AssessmentService.unknown(id));
    }

    /** @param edition none for the newest */
    @Transactional
    byte[] bundle(UUID id, Optional<Integer> edition) {
        var shown = published(id, edition);
        return cycles.bundle(id, shown.edition()).orElseThrow();
    }

    private AssessmentView view(Assessment cycle, Optional<Integer> wanted) {
        var scheme = scheme(cycle);
        var editions = cycles.editions(cycle.id());
        int number = wanted.orElse(cycle.edition());
        var shown = editions.stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有第 %d 版", "There is no edition %d", number)));
        return new AssessmentView(
                cycle.id(),
                cycle.scheme(),
                cycle.schemeVersion(),
                cycle.year(),
                scheme.yearBegins(cycle.year()),
                scheme.yearEnds(cycle.year()),
                shown.number(),
                shown.digest(),
                shown.publishedAt(),
                shown.results().areas(),
                editions.stream().map(AssessmentView.EditionView::of).toList());
    }

    private Page<Assessment> page(PageRequest request, boolean published) {
        var rows = cycles.newest(
                request.cursor().map(cursor -> cursor.key(0, Integer::parseInt)),
                request.cursor().map(cursor -> cursor.uuid(1)),
                published,
                request.fetch());
        return Page.of(rows, request, cycle -> Cursor.of(cycle.year(), cycle.id()));
    }

    private Assessment require(UUID id) {
        return cycles.findByIdOptional(id).orElseThrow(() -> AssessmentService.unknown(id));
    }

    private Scheme scheme(Assessment cycle) {
        return schemes.at(cycle.scheme(), cycle.schemeVersion());
    }
}
