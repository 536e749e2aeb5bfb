package cn.quality.standards.feedback;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reasons to refuse an act, by name. The first of a row says whose act it is. */
enum FeedbackPolicy implements Transition.Policy<Feedback, FeedbackAct, DecisionContext> {
    BY_THE_REPORTER(FeedbackRole.REPORTER),
    BY_THE_HANDLER(FeedbackRole.HANDLER),
    BY_THE_PUBLISHER(FeedbackRole.PUBLISHER),

    /** Who answered does not judge the answer. */
    FOUR_EYES(null) {
        @Override
        public Optional<Problem> refusal(Feedback feedback, FeedbackAct act, DecisionContext now) {
            return feedback.wasAnsweredBy(now.actor())
                    ? Optional.of(new Problem(
                            SAME_PERSON,
                            Text.of(
                                    "拟答复者不能“%s”，须由另一人办理",
                                    "Who answered may not %2$s; another person must", act.zh(), act.en())))
                    : Optional.empty();
        }
    };

    static final ProblemType SAME_PERSON =
            new ProblemType(403, "same-person", new Text("须由另一人办理", "Another person must do this"));

    private final Optional<FeedbackRole> role;

    FeedbackPolicy(@Nullable FeedbackRole role) {
        this.role = Optional.ofNullable(role);
    }

    @Override
    public Optional<Problem> refusal(Feedback feedback, FeedbackAct act, DecisionContext now) {
        return role.filter(whose -> !now.roles().contains(whose))
                .map(whose -> new Problem(
                        ProblemTypes.FORBIDDEN,
                        Text.of(
                                "“%1$s”只能由%3$s进行",
                                "%2$s belongs to the %4$s", act.zh(), act.en(), whose.zh(), whose.en())));
    }
}
