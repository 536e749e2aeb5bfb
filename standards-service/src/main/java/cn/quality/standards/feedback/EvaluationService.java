package cn.quality.standards.feedback;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.standards.catalogue.StandardLookup;
import cn.quality.standards.number.StandardNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Records how standards work and whether they stand. */
@ApplicationScoped
class EvaluationService {

    static final ProblemType UNKNOWN_STANDARD =
            new ProblemType(422, "unknown-standard", new Text("目录中没有该标准", "The catalogue does not hold the standard"));
    static final ProblemType UNSUITABLE_CORRECTION =
            new ProblemType(422, "unsuitable-correction", new Text("不能更正该记录", "That record cannot be corrected so"));

    private static final ActSubject<EvaluationView> EVALUATION =
            ActSubject.of("standard-evaluation", EvaluationView::id, view -> 0L, view -> view);

    private final EvaluationRepository evaluations;
    private final StandardLookup catalogue;
    private final ActExecutor executor;
    private final CurrentActor actor;
    private final Clock clock;

    EvaluationService(
            EvaluationRepository evaluations,
            StandardLookup catalogue,
            ActExecutor executor,
            CurrentActor actor,
            Clock clock) {
        this.evaluations = evaluations;
        this.catalogue = catalogue;
        this.executor = executor;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Records an evaluation or a review.
     *
     * @throws Problem 400 for what is wrong with it; 422 {@code unknown-standard}, {@code unsuitable-correction}
     */
    @Transactional
    EvaluationView record(NewEvaluation sent, Preconditions preconditions) {
        var checked = sent.checked(LegalDates.today(clock));
        var done = executor.perform(Act.<EvaluationView>making(EVALUATION, "evaluation.record", () -> {
                    requireKnown(checked.number());
                    requireCorrectable(checked.content());
                    var id = Ids.next();
                    evaluations.add(id, checked.content(), clock.instant(), actor.id());
                    return ActResult.changed(evaluations.find(id).orElseThrow())
                            .because(checked.content().effect());
                })
                .once(preconditions, sent));
        return evaluations.find(done.id()).orElseThrow();
    }

    Page<EvaluationView> list(Optional<StandardNumber> number, PageRequest page) {
        return evaluations.list(number.map(StandardNumber::canonical), page);
    }

    private void requireKnown(StandardNumber number) {
        if (catalogue.known(List.of(number)).isEmpty()) {
            throw new Problem(UNKNOWN_STANDARD, Text.of("目录中没有 %s", "the catalogue does not hold %s", number))
                    .with("number", "unknown-standard", Text.of("目录中没有 %s", "the catalogue does not hold %s", number));
        }
    }

    /** Of the same standard and kind, and the last word until now. */
    private void requireCorrectable(EvaluationView.Content content) {
        var replaced = content.replaces();
        if (replaced == null) {
            return;
        }
        boolean fits = evaluations
                .find(replaced)
                .filter(one ->
                        one.kind() == content.kind() && one.number().equals(content.numberKey()) && !one.corrected())
                .isPresent();
        if (!fits) {
            throw new Problem(
                            UNSUITABLE_CORRECTION,
                            new Text("只能更正同一标准、同类且未被更正的记录", "Only the last record of the same standard and kind"))
                    .with("replaces", "unsuitable", Text.of("记录 %s 不符", "record %s does not fit", replaced));
        }
    }
}
