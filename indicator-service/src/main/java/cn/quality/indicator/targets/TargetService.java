package cn.quality.indicator.targets;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.catalogue.DefinitionService;
import cn.quality.indicator.catalogue.KnownConflicts;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Use cases around what the plans promised. */
@ApplicationScoped
public class TargetService {

    static final ProblemType INCONSISTENT_TARGET =
            new ProblemType(422, "inconsistent-target", new Text("目标各部分不一致", "The target contradicts itself"));
    static final ProblemType UNKNOWN_PLAN =
            new ProblemType(422, "unknown-plan", new Text("规划不存在", "There is no such plan"));
    static final ProblemType UNKNOWN_DEFINITION =
            new ProblemType(422, "unknown-definition", new Text("指标没有这一版口径", "The indicator has no such definition"));
    static final ProblemType QUOTATION_NOT_IN_PLAN = new ProblemType(
            422, "quotation-not-in-plan", new Text("引文不在规划原文中", "A quotation is not in its plan's text"));
    static final ProblemType AMBIGUOUS_QUOTATION = new ProblemType(
            422, "ambiguous-quotation", new Text("引文在原文中出现多次，须注明位置", "A quotation occurs several times; say where"));

    private static final String SUBJECT = "target";

    private final TargetRepository targets;
    private final DefinitionService definitions;
    private final PlanService plans;
    private final KnownConflicts conflicts;
    private final Revisions revisions;

    TargetService(
            TargetRepository targets,
            DefinitionService definitions,
            PlanService plans,
            KnownConflicts conflicts,
            Revisions revisions) {
        this.targets = targets;
        this.definitions = definitions;
        this.plans = plans;
        this.conflicts = conflicts;
        this.revisions = revisions;
    }

    /**
     * Records a target or restates it.
     *
     * @param ifMatch the version the change was decided upon, if the caller cares
     * @throws Problem 422 {@code inconsistent-target}, {@code unknown-indicator}, {@code unknown-definition}, {@code
     *     unknown-plan}, {@code quotation-not-in-plan} or {@code ambiguous-quotation}, each naming every offending part
     */
    @Transactional
    public Put<TargetView> put(NewTarget sent, Optional<String> ifMatch) {
        var id = new TargetId(sent.id());
        return revisions.put(
                new Revisions.Sent<>(SUBJECT, sent.id(), sent, sent.plan()),
                ifMatch,
                () -> {
                    requireConsistent(sent);
                    requireDefined(sent);
                    var located = locate(sent);
                    targets.findByIdOptional(id)
                            .ifPresentOrElse(
                                    target -> target.restate(sent, located),
                                    () -> targets.persist(Target.record(sent, located)));
                },
                () -> targets.findById(id).view());
    }

    /** With the other targets that stand on the same words, and the conflicts its indicator is named in. */
    public Optional<TargetView> find(TargetId id) {
        return targets.findByIdOptional(id)
                .map(Target::view)
                .map(target -> target.inContext(
                        passage -> targets.standingOn(target.plan(), passage.text(), passage.start(), id),
                        conflicts.about(target.indicator())));
    }

    public Page<TargetView> list(TargetFilter filter, PageRequest request) {
        var after = request.cursor().map(cursor -> cursor.key(0, TargetId::new));
        return Page.of(
                        targets.find(filter, after, request.fetch()),
                        request,
                        target -> Cursor.of(target.id().value()))
                .map(Target::view);
    }

    /** All of them, by id: plans have hundreds, not thousands. */
    public List<TargetView> all() {
        return views(targets.all());
    }

    /** All targets about these indicators, by id. */
    public List<TargetView> about(Collection<IndicatorCode> indicators) {
        return views(targets.about(indicators));
    }

    private static List<TargetView> views(List<Target> found) {
        return found.stream().map(Target::view).toList();
    }

    /** Every version that was ever in force, newest first; empty when there is no such target. */
    public Optional<Page<RevisionView>> versions(TargetId id, PageRequest request) {
        return targets.findByIdOptional(id).map(known -> revisions.of(SUBJECT, id.value(), request));
    }

    private static void requireConsistent(NewTarget sent) {
        var broken = TargetRule.brokenBy(sent);
        if (!broken.isEmpty()) {
            var problem = new Problem(INCONSISTENT_TARGET, broken.getFirst().reason());
            broken.forEach(rule -> problem.with(rule.field(), rule.code(), rule.reason()));
            throw problem;
        }
    }

    private void requireDefined(NewTarget sent) {
        var known = definitions.of(new IndicatorCode(sent.indicator()));
        if (known.isEmpty()) {
            var none = Text.of("没有指标 %s", "There is no indicator %s", sent.indicator());
            throw new Problem(DefinitionService.UNKNOWN_INDICATOR, none)
                    .with("indicator", DefinitionService.UNKNOWN_INDICATOR.code(), none);
        }
        requireKnown("definition", sent.definition(), sent, known.size());
        if (sent.baselineDefinition() != null) {
            requireKnown("baselineDefinition", sent.baselineDefinition(), sent, known.size());
        }
    }

    private static void requireKnown(String field, int definition, NewTarget sent, int known) {
        if (definition > known) {
            var none = Text.of("指标 %s 没有第 %d 版口径", "%s has no definition %d", sent.indicator(), definition);
            throw new Problem(UNKNOWN_DEFINITION, none).with(field, UNKNOWN_DEFINITION.code(), none);
        }
    }

    private List<StoredPassage> locate(NewTarget sent) {
        var plan = new PlanId(sent.plan());
        var located = new ArrayList<StoredPassage>();
        var missing = new Problem(
                QUOTATION_NOT_IN_PLAN,
                new Text("引文必须与规划原文逐字一致", "A quotation must stand in its plan letter by letter"));
        var ambiguous = new Problem(AMBIGUOUS_QUOTATION, AMBIGUOUS_QUOTATION.title());
        for (int i = 0; i < sent.passages().size(); i++) {
            var passage = sent.passages().get(i);
            var positions = plans.positions(plan, passage.text()).orElseThrow(() -> {
                var none = Text.of("没有规划 %s", "There is no plan %s", sent.plan());
                return new Problem(UNKNOWN_PLAN, none).with("plan", UNKNOWN_PLAN.code(), none);
            });
            var field = "passages[%d]".formatted(i);
            if (positions.isEmpty()) {
                missing.with(
                        field + ".text",
                        QUOTATION_NOT_IN_PLAN.code(),
                        Text.of("《%s》中没有“%s”", "%s does not say “%s”", sent.plan(), passage.text()));
            } else if (passage.start() == null && positions.size() > 1) {
                ambiguous.with(field + ".start", AMBIGUOUS_QUOTATION.code(), standsAt(positions));
            } else if (passage.start() != null && !positions.contains(passage.start())) {
                missing.with(field + ".start", "elsewhere", standsAt(positions));
            } else {
                int start = passage.start() == null ? positions.getFirst() : passage.start();
                located.add(new StoredPassage(plan, passage.text(), start, passage.about()));
            }
        }
        for (var problem : List.of(missing, ambiguous)) {
            if (!problem.violations().isEmpty()) {
                throw problem;
            }
        }
        return located;
    }

    private static Text standsAt(List<Integer> positions) {
        var where = positions.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Text.of("原文位置：%s", "it stands at %s", where);
    }
}
