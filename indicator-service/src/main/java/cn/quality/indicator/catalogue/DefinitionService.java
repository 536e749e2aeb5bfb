package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.revision.Put;
import cn.quality.indicator.revision.Revisions;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Use cases around what the indicators count. */
@ApplicationScoped
public class DefinitionService {

    public static final ProblemType UNKNOWN_INDICATOR =
            new ProblemType(422, "unknown-indicator", new Text("指标不存在", "There is no such indicator"));
    static final ProblemType INCONSISTENT_DEFINITION =
            new ProblemType(422, "inconsistent-definition", new Text("口径各部分不一致", "The definition contradicts itself"));
    static final ProblemType DEFINITION_OUT_OF_ORDER = new ProblemType(
            422,
            "definition-out-of-order",
            new Text("口径版本须依次编号、依次启用", "Definitions are numbered and come into force one after the other"));

    private final DefinitionRepository definitions;
    private final IndicatorRepository indicators;
    private final Revisions revisions;

    DefinitionService(DefinitionRepository definitions, IndicatorRepository indicators, Revisions revisions) {
        this.definitions = definitions;
        this.indicators = indicators;
        this.revisions = revisions;
    }

    /**
     * Records a definition or corrects its wording. Another way of counting is another version, never a correction.
     *
     * @param ifMatch the revision the change was decided upon, if the caller cares
     * @throws Problem 422 {@code unknown-indicator}, {@code inconsistent-definition} or {@code definition-out-of-order}
     */
    @Transactional
    public Put<DefinitionView> put(NewDefinition sent, Optional<String> ifMatch) {
        var key = new DefinitionKey(sent.indicator(), sent.version());
        var indicator = new IndicatorCode(sent.indicator());
        return revisions.put(
                new Revisions.Sent<>(
                        "definition", key.toString(), sent, sent.scope().zh()),
                ifMatch,
                () -> {
                    requireConsistent(sent);
                    requireOrder(sent, definitions.of(indicator));
                    definitions
                            .findByIdOptional(key)
                            .ifPresentOrElse(
                                    definition -> definition.correct(sent),
                                    () -> definitions.persist(Definition.record(sent)));
                },
                () -> find(indicator, sent.version()).orElseThrow());
    }

    /** Every definition of an indicator, the oldest first; empty when there is no such indicator. */
    public List<DefinitionView> of(IndicatorCode indicator) {
        return views(definitions.of(indicator));
    }

    /** Every definition of each of the indicators that there are, the oldest first; in as many statements as of one. */
    public Map<IndicatorCode, List<DefinitionView>> of(Collection<IndicatorCode> indicators) {
        return definitions.of(indicators).stream().collect(Collectors.groupingBy(DefinitionView::indicator));
    }

    private static List<DefinitionView> views(List<Definition> all) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).view(i + 1 < all.size() ? all.get(i + 1) : null))
                .toList();
    }

    public Optional<DefinitionView> find(IndicatorCode indicator, int version) {
        return of(indicator).stream()
                .filter(definition -> definition.version() == version)
                .findFirst();
    }

    private static void requireConsistent(NewDefinition sent) {
        var broken = DefinitionRule.brokenBy(sent);
        if (!broken.isEmpty()) {
            var problem = new Problem(INCONSISTENT_DEFINITION, broken.getFirst().reason());
            broken.forEach(rule -> problem.with(rule.field(), rule.code(), rule.reason()));
            throw problem;
        }
    }

    private void requireOrder(NewDefinition sent, List<Definition> known) {
        if (indicators.findByIdOptional(new IndicatorCode(sent.indicator())).isEmpty()) {
            throw new Problem(UNKNOWN_INDICATOR, Text.of("没有指标 %s", "There is no indicator %s", sent.indicator()))
                    .with("indicator", UNKNOWN_INDICATOR.code(), UNKNOWN_INDICATOR.title());
        }
        if (sent.version() > known.size() + 1) {
            throw new Problem(
                            DEFINITION_OUT_OF_ORDER,
                            Text.of("下一版口径是第 %d 版", "The next definition is number %d", known.size() + 1))
                    .with("version", "gap", Text.of("至多为 %d", "at most %d", known.size() + 1));
        }
        boolean ordered = known.stream()
                .filter(other -> other.version() != sent.version())
                .allMatch(other ->
                        (other.version() < sent.version()) == other.validFrom().isBefore(sent.validFrom()));
        if (!ordered) {
            throw new Problem(
                            DEFINITION_OUT_OF_ORDER,
                            new Text("启用日须晚于前一版、早于后一版", "It begins after the version before and before the one after"))
                    .with("validFrom", "order", Text.of("%s 与其他版本不衔接", "%s is out of order", sent.validFrom()));
        }
    }
}
