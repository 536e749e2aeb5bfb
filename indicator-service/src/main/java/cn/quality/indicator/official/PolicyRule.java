package cn.quality.indicator.official;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Labelled;
import cn.quality.platform.transition.Transition;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One reason to refuse an act.
 *
 * @param roles whose act it is, for a rule that says so; otherwise none
 * @param reason in words
 */
public record PolicyRule<T, A extends Labelled>(
        Set<OfficialRole> roles, Test<T, A> allows, ProblemType type, Reason<T, A> reason)
        implements Transition.Policy<T, A, DecisionContext> {

    public static final ProblemType FOREIGN_DEPARTMENT =
            new ProblemType(403, "foreign-department", new Text("不属于本部门", "Another department"));
    public static final ProblemType SAME_PERSON =
            new ProblemType(403, "same-person", new Text("须由另一人办理", "Another person must do this"));

    @FunctionalInterface
    public interface Test<T, A> {
        boolean allows(T subject, A act, DecisionContext now);
    }

    @FunctionalInterface
    public interface Reason<T, A> {
        Text of(T subject, A act);
    }

    public static <T, A extends Labelled> PolicyRule<T, A> of(
            Test<T, A> allows, ProblemType type, Reason<T, A> reason) {
        return new PolicyRule<>(Set.of(), allows, type, reason);
    }

    /** It is the act of these roles, and of nobody else. */
    public static <T, A extends Labelled> PolicyRule<T, A> by(OfficialRole... of) {
        var roles = Stream.of(of).collect(Collectors.toCollection(() -> EnumSet.noneOf(OfficialRole.class)));
        return new PolicyRule<>(
                roles,
                (subject, act, now) -> roles.stream().anyMatch(now.roles()::contains),
                ProblemTypes.FORBIDDEN,
                (subject, act) -> Text.of(
                        "“%s”只能由%s进行",
                        "%3$s belongs to the %4$s",
                        act.zh(),
                        roles.stream().map(OfficialRole::zh).collect(Collectors.joining("、")),
                        act.en(),
                        roles.stream().map(OfficialRole::en).collect(Collectors.joining(" or the "))));
    }

    @Override
    public Optional<Problem> refusal(T subject, A act, DecisionContext now) {
        return allows.allows(subject, act, now)
                ? Optional.empty()
                : Optional.of(new Problem(type, reason.of(subject, act)));
    }
}
