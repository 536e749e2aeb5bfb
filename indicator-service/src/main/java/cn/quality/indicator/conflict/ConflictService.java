package cn.quality.indicator.conflict;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.catalogue.DefinitionService;
import cn.quality.indicator.plan.PlanId;
import cn.quality.indicator.plan.PlanService;
import cn.quality.indicator.revision.Put;
import cn.quality.indicator.revision.Revisions;
import cn.quality.indicator.targets.TargetId;
import cn.quality.indicator.targets.TargetService;
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

/** Use cases around what the plans disagree about. */
@ApplicationScoped
public class ConflictService {

    static final ProblemType UNFOUNDED_CONFLICT = new ProblemType(
            422, "unfounded-conflict", new Text("冲突的各方缺少依据", "A side of the conflict lacks its source"));

    private final ConflictRepository conflicts;
    private final PlanService plans;
    private final DefinitionService definitions;
    private final TargetService targets;
    private final Revisions revisions;

    ConflictService(
            ConflictRepository conflicts,
            PlanService plans,
            DefinitionService definitions,
            TargetService targets,
            Revisions revisions) {
        this.conflicts = conflicts;
        this.plans = plans;
        this.definitions = definitions;
        this.targets = targets;
        this.revisions = revisions;
    }

    /**
     * Records a conflict or restates it.
     *
     * @param ifMatch the version the change was decided upon, if the caller cares
     * @throws Problem 422 {@code unfounded-conflict} naming each side whose plan, indicator, target or words there are not
     */
    @Transactional
    public Put<ConflictView> put(NewConflict sent, Optional<String> ifMatch) {
        var id = new ConflictId(sent.id());
        return revisions.put(
                new Revisions.Sent<>("conflict", sent.id(), sent, sent.title().zh()),
                ifMatch,
                () -> {
                    requireFounded(sent);
                    conflicts
                            .findByIdOptional(id)
                            .ifPresentOrElse(
                                    conflict -> conflict.restate(sent), () -> conflicts.persist(Conflict.record(sent)));
                },
                () -> find(id).orElseThrow());
    }

    public Optional<ConflictView> find(ConflictId id) {
        return conflicts.findByIdOptional(id).map(this::view);
    }

    public Page<ConflictView> list(ConflictFilter filter, PageRequest request) {
        var after = request.cursor().map(cursor -> cursor.key(0, ConflictId::new));
        return Page.of(
                        conflicts.find(filter, after, request.fetch()),
                        request,
                        conflict -> Cursor.of(conflict.id().value()))
                .map(this::view);
    }

    /** Those in which one of the indicators is named, by id. */
    public List<ConflictView> about(Collection<IndicatorCode> indicators) {
        return conflicts.all().stream()
                .filter(conflict -> conflict.namesOneOf(indicators))
                .map(this::view)
                .toList();
    }

    private ConflictView view(Conflict conflict) {
        return conflict.view(
                side -> plans.positions(new PlanId(side.plan()), side.passage()).orElse(List.of()));
    }

    private void requireFounded(NewConflict sent) {
        var problem = new Problem(UNFOUNDED_CONFLICT, UNFOUNDED_CONFLICT.title());
        for (int i = 0; i < sent.sides().size(); i++) {
            var side = sent.sides().get(i);
            var field = "sides[%d].".formatted(i);
            var positions = plans.positions(new PlanId(side.plan()), side.passage());
            if (positions.isEmpty()) {
                problem.with(field + "plan", "unknown-plan", Text.of("没有规划 %s", "There is no plan %s", side.plan()));
            } else if (positions.get().isEmpty()) {
                problem.with(
                        field + "passage",
                        "quotation-not-in-plan",
                        Text.of("《%s》中没有“%s”", "%s does not say “%s”", side.plan(), side.passage()));
            }
            if (definitions.of(new IndicatorCode(side.indicator())).isEmpty()) {
                problem.with(
                        field + "indicator",
                        "unknown-indicator",
                        Text.of("没有指标 %s", "There is no indicator %s", side.indicator()));
            }
            if (side.target() != null
                    && targets.find(new TargetId(side.target())).isEmpty()) {
                problem.with(
                        field + "target", "unknown-target", Text.of("没有目标 %s", "There is no target %s", side.target()));
            }
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }
}
