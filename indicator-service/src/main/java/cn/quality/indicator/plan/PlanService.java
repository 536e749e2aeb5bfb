package cn.quality.indicator.plan;

import cn.quality.indicator.revision.Put;
import cn.quality.indicator.revision.Revisions;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import io.quarkus.arc.All;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Use cases around the plans' texts. */
@ApplicationScoped
public class PlanService {

    static final ProblemType PASSAGE_IS_QUOTED =
            new ProblemType(422, "passage-is-quoted", new Text("规划中的原文正被指标引用", "A passage is quoted by indicators"));

    private final PlanRepository plans;
    private final List<QuotedPassages> quoted;
    private final Revisions revisions;

    PlanService(PlanRepository plans, @All List<QuotedPassages> quoted, Revisions revisions) {
        this.plans = plans;
        this.quoted = quoted;
        this.revisions = revisions;
    }

    /**
     * Records a plan or corrects its text.
     *
     * @param ifMatch the version the correction was decided upon, if the caller cares
     * @throws Problem 422 {@code passage-is-quoted} when an indicator quotes words the new text no longer has
     */
    @Transactional
    public Put<PlanView> put(NewPlan sent, Optional<String> ifMatch) {
        var id = new PlanId(sent.id());
        return revisions.put(
                new Revisions.Sent<>("plan", sent.id(), sent, sent.source()),
                ifMatch,
                () -> plans.findByIdOptional(id)
                        .ifPresentOrElse(
                                plan -> {
                                    var correction = new QuotedPassages.Correction(id, plan.text(), sent.text());
                                    requireQuotationsRetained(correction);
                                    plan.correct(sent);
                                    quoted.forEach(feature -> feature.follow(correction));
                                },
                                () -> plans.persist(Plan.record(sent))),
                () -> plans.findById(id).view());
    }

    public Optional<PlanView> find(PlanId id) {
        return plans.findByIdOptional(id).map(Plan::view);
    }

    public Page<PlanView> list(PageRequest request) {
        var rows = request.cursor()
                .map(cursor -> plans.find(
                        "id.value > ?1",
                        Sort.by("id.value"),
                        cursor.key(0, PlanId::new).value()))
                .orElseGet(() -> plans.findAll(Sort.by("id.value")))
                .range(0, request.limit())
                .list();
        return Page.of(rows, request, plan -> Cursor.of(plan.id())).map(Plan::withoutText);
    }

    /** Whether the plan says this, letter by letter; empty when there is no such plan. */
    public Optional<Boolean> says(PlanId id, String passage) {
        return plans.findByIdOptional(id).map(plan -> plan.contains(passage));
    }

    /**
     * Where the plan says this, letter by letter: offsets of the first character in the plan's text, counted in UTF-16 as
     * Java and JavaScript count. Empty when there is no such plan.
     */
    public Optional<List<Integer>> positions(PlanId id, String passage) {
        return plans.findByIdOptional(id).map(plan -> plan.positions(passage));
    }

    private void requireQuotationsRetained(QuotedPassages.Correction correction) {
        var lost = quoted.stream()
                .flatMap(feature -> feature.missingFrom(correction).stream())
                .distinct()
                .toList();
        if (!lost.isEmpty()) {
            var problem = new Problem(
                    PASSAGE_IS_QUOTED,
                    Text.of("新文本缺少 %d 处被引用的原文", "The new text lacks %d quoted passages", lost.size()));
            lost.stream().limit(20).forEach(passage -> problem.with("text", "quoted", new Text(passage, passage)));
            throw problem;
        }
    }
}
