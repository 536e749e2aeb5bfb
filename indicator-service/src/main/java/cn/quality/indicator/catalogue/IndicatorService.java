package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.live.LiveService;
import cn.quality.indicator.plan.PlanId;
import cn.quality.indicator.plan.PlanService;
import cn.quality.indicator.revision.Put;
import cn.quality.indicator.revision.RevisionView;
import cn.quality.indicator.revision.Revisions;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Use cases around the catalogue. */
@ApplicationScoped
public class IndicatorService {

    static final ProblemType INCONSISTENT_INDICATOR =
            new ProblemType(422, "inconsistent-indicator", new Text("指标各部分不一致", "The indicator contradicts itself"));
    static final ProblemType UNKNOWN_PLAN =
            new ProblemType(422, "unknown-plan", new Text("规划不存在", "There is no such plan"));
    static final ProblemType QUOTATION_NOT_IN_PLAN = new ProblemType(
            422, "quotation-not-in-plan", new Text("引文不在规划原文中", "A quotation is not in its plan's text"));

    private static final String SUBJECT = "indicator";

    private final IndicatorRepository indicators;
    private final DefinitionRepository definitions;
    private final PlanService plans;
    private final LiveService live;
    private final KnownConflicts conflicts;
    private final Revisions revisions;

    IndicatorService(
            IndicatorRepository indicators,
            DefinitionRepository definitions,
            PlanService plans,
            LiveService live,
            KnownConflicts conflicts,
            Revisions revisions) {
        this.indicators = indicators;
        this.definitions = definitions;
        this.plans = plans;
        this.live = live;
        this.conflicts = conflicts;
        this.revisions = revisions;
    }

    /**
     * Records an indicator or restates it.
     *
     * @param ifMatch the version the change was decided upon, if the caller cares
     * @throws Problem 422 {@code inconsistent-indicator}, {@code unknown-plan}, or {@code quotation-not-in-plan}, each
     *     naming every offending part
     */
    @Transactional
    public Put<IndicatorView> put(NewIndicator sent, Optional<String> ifMatch) {
        var code = new IndicatorCode(sent.code());
        return revisions.put(
                new Revisions.Sent<>(SUBJECT, sent.code(), sent, String.join(" ", sent.plans())),
                ifMatch,
                () -> {
                    requireConsistent(sent);
                    requireQuoted(sent);
                    indicators
                            .findByIdOptional(code)
                            .ifPresentOrElse(
                                    indicator -> indicator.restate(sent),
                                    () -> indicators.persist(Indicator.record(sent)));
                    definitions
                            .findByIdOptional(DefinitionKey.of(code, 1))
                            .ifPresentOrElse(
                                    definition -> definition.follow(sent),
                                    () -> definitions.persist(Definition.implied(sent)));
                },
                () -> indicators.findById(code).view());
    }

    /** With its live figure, the other indicators that share its quotations, and the conflicts it is named in. */
    public Optional<IndicatorView> find(IndicatorCode code) {
        return indicators
                .findByIdOptional(code)
                .map(indicator -> indicator
                        .view()
                        .inContext(
                                this::positions,
                                indicators.alsoQuoting(code),
                                conflicts.about(code),
                                live.figure(code).orElse(null)));
    }

    private List<Integer> positions(QuotationView quotation) {
        return plans.positions(new PlanId(quotation.plan()), quotation.text()).orElse(List.of());
    }

    /** What a list shows of them, by code. */
    public List<IndicatorSummary> summaries(Collection<IndicatorCode> codes) {
        return indicators.summaries(
                "code = any (?)", codes.stream().map(IndicatorCode::value).toArray(String[]::new));
    }

    /** The same of all in a domain. */
    public List<IndicatorSummary> inDomain(String domain) {
        return indicators.summaries("domain = ?", domain);
    }

    public Page<IndicatorView> list(IndicatorFilter filter, PageRequest request) {
        var after = request.cursor().map(cursor -> cursor.key(0, IndicatorCode::new));
        return Page.of(
                        indicators.find(filter, after, request.fetch()),
                        request,
                        indicator -> Cursor.of(indicator.code()))
                .map(Indicator::view);
    }

    /** Everything the filter lets through, for an export; a catalogue has hundreds of rows, not millions. */
    public List<IndicatorView> all(IndicatorFilter filter) {
        return indicators.find(filter, Optional.empty(), Integer.MAX_VALUE).stream()
                .map(Indicator::view)
                .toList();
    }

    /** Every version that was ever in force, newest first; empty when there is no such indicator. */
    public Optional<Page<RevisionView>> versions(IndicatorCode code, PageRequest request) {
        return indicators
                .findByIdOptional(code)
                .map(known -> revisions.of(SUBJECT, known.code().value(), request));
    }

    private static void requireConsistent(NewIndicator sent) {
        var broken = CatalogueRule.brokenBy(sent);
        if (!broken.isEmpty()) {
            var problem = new Problem(INCONSISTENT_INDICATOR, broken.getFirst().reason());
            broken.forEach(rule -> problem.with(rule.field(), rule.code(), rule.reason()));
            throw problem;
        }
    }

    private void requireQuoted(NewIndicator sent) {
        var missing = new Problem(
                QUOTATION_NOT_IN_PLAN,
                new Text("引文必须与规划原文逐字一致", "A quotation must stand in its plan letter by letter"));
        for (int i = 0; i < sent.quotations().size(); i++) {
            var quotation = sent.quotations().get(i);
            boolean found = plans.says(new PlanId(quotation.plan()), quotation.text())
                    .orElseThrow(() ->
                            new Problem(UNKNOWN_PLAN, Text.of("没有规划 %s", "There is no plan %s", quotation.plan())));
            if (!found) {
                missing.with(
                        "quotations[%d].text".formatted(i),
                        QUOTATION_NOT_IN_PLAN.code(),
                        Text.of("《%s》中没有“%s”", "%s does not say “%s”", quotation.plan(), quotation.text()));
            }
        }
        if (!missing.violations().isEmpty()) {
            throw missing;
        }
    }
}
