package cn.quality.indicator.formula;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.catalogue.DefinitionService;
import cn.quality.indicator.catalogue.DefinitionView;
import cn.quality.indicator.observation.ObservationFilter;
import cn.quality.indicator.observation.ObservationService;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.observation.Timeline;
import cn.quality.indicator.revision.Put;
import cn.quality.indicator.revision.Revisions;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Use cases around computed indicators. */
@ApplicationScoped
public class FormulaService {

    static final ProblemType INCONSISTENT_FORMULA =
            new ProblemType(422, "inconsistent-formula", new Text("公式各部分不一致", "The formula contradicts itself"));
    static final ProblemType FORMULA_CYCLE =
            new ProblemType(422, "formula-cycle", new Text("公式循环引用", "The formula leads back to itself"));

    private final FormulaRepository formulas;
    private final DefinitionService definitions;
    private final ObservationService observations;
    private final Revisions revisions;

    FormulaService(
            FormulaRepository formulas,
            DefinitionService definitions,
            ObservationService observations,
            Revisions revisions) {
        this.formulas = formulas;
        this.definitions = definitions;
        this.observations = observations;
        this.revisions = revisions;
    }

    /**
     * Records a formula or restates it.
     *
     * @param ifMatch the version the change was decided upon, if the caller cares
     * @throws Problem 422 {@code inconsistent-formula}, {@code unknown-indicator}, or {@code formula-cycle} naming the way
     *     round
     */
    @Transactional
    public Put<FormulaView> put(NewFormula sent, Optional<String> ifMatch) {
        var key = new FormulaKey(sent.indicator(), sent.validFrom());
        return revisions.put(
                new Revisions.Sent<>("formula", key.toString(), sent, sent.basis()),
                ifMatch,
                () -> {
                    requireConsistent(sent);
                    requireKnown(sent);
                    requireNoCycle(Formula.record(sent), key);
                    formulas.findByIdOptional(key)
                            .ifPresentOrElse(
                                    formula -> formula.restate(sent), () -> formulas.persist(Formula.record(sent)));
                },
                () -> formulas.findById(key).view());
    }

    /** Every formula of an indicator, the oldest first. */
    public List<FormulaView> of(IndicatorCode indicator) {
        return formulas.of(indicator).stream().map(Formula::view).toList();
    }

    /**
     * What the formula makes of what is published.
     *
     * @param asOf what had been published by then; now when absent
     * @return empty when no formula is in force at the end of the period
     */
    @Transactional
    public Optional<Computed> compute(IndicatorCode indicator, AreaCode area, Period period, @Nullable String asOf) {
        return formulas.inForce(indicator, period.last())
                .map(Formula::view)
                .map(formula -> FormulaEvaluator.evaluate(
                        formula,
                        input -> compute(input, area, period, asOf)
                                .orElseGet(() -> published(input, area, period, asOf))));
    }

    /** Under the definition of the input that is in force at the end of the period. */
    private Computed published(IndicatorCode indicator, AreaCode area, Period period, @Nullable String asOf) {
        var definition = definitions.of(indicator).stream()
                .filter(known -> !known.validFrom().isAfter(period.last()))
                .reduce((before, after) -> after)
                .map(DefinitionView::version)
                .orElse(1);
        var found = new ArrayList<Computed>();
        observations.forEach(
                new ObservationFilter(
                        indicator.value(),
                        definition,
                        area.value(),
                        period.frequency(),
                        period.toString(),
                        period.toString(),
                        asOf,
                        null,
                        false),
                Timeline.PUBLISHED,
                figure -> found.add(new Computed(figure.value(), figure.status(), null)));
        return found.isEmpty() ? Computed.missing("没有已公布的数据", "There is no published figure") : found.getFirst();
    }

    private static void requireConsistent(NewFormula sent) {
        var broken = FormulaRule.brokenBy(sent);
        if (!broken.isEmpty()) {
            var problem = new Problem(INCONSISTENT_FORMULA, broken.getFirst().reason());
            broken.forEach(rule -> problem.with(rule.field(), rule.code(), rule.reason()));
            throw problem;
        }
    }

    private void requireKnown(NewFormula sent) {
        var problem = new Problem(DefinitionService.UNKNOWN_INDICATOR, DefinitionService.UNKNOWN_INDICATOR.title());
        requireKnown("indicator", sent.indicator(), problem);
        for (int i = 0; i < sent.inputs().size(); i++) {
            requireKnown(
                    "inputs[%d].indicator".formatted(i), sent.inputs().get(i).indicator(), problem);
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private void requireKnown(String field, String indicator, Problem problem) {
        if (definitions.of(new IndicatorCode(indicator)).isEmpty()) {
            problem.with(
                    field,
                    DefinitionService.UNKNOWN_INDICATOR.code(),
                    Text.of("没有指标 %s", "There is no indicator %s", indicator));
        }
    }

    private void requireNoCycle(Formula sent, FormulaKey key) {
        var others = formulas.listAll().stream()
                .filter(known -> !(known.indicator().value().equals(key.indicator())
                        && known.validFrom().equals(key.validFrom())));
        var edges = Stream.concat(others, Stream.of(sent)).map(Formula::edge).toList();
        new FormulaGraph(edges).cycleThrough(sent.indicator()).ifPresent(path -> {
            var way = path.stream().map(IndicatorCode::value).collect(Collectors.joining(" → "));
            throw new Problem(FORMULA_CYCLE, Text.of("循环：%s", "The way round: %s", way))
                    .with("inputs", FORMULA_CYCLE.code(), new Text(way, way));
        });
    }
}
